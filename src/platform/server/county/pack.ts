import type { z } from 'zod'
import type { Scope } from '#platform/kernel/actor.ts'
import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Administrator } from '#platform/server/identity/domain/administrators.ts'
import type { SignInSettings } from '#platform/server/identity/domain/sign-in-settings.ts'
import type { DocumentOf, Documents } from './document-kinds.ts'
import type { CalendarFile, LaddersFile } from './format.ts'
import type { ChannelsFile } from './format-channels.ts'

/** A county as data, checked: every reference leads somewhere, every template is spread over its organisations. */
export type CountyPack = {
  readonly county: County
  readonly divisions: readonly Division[]
  readonly organisations: readonly PackOrganisation[]
  readonly posts: readonly PackPost[]
  readonly people: readonly PackPerson[]
  readonly accounts: readonly DemoAccount[]
  readonly calendar: CountyCalendar | undefined
  readonly ladders: readonly Ladder[]
  readonly channels: Channels | undefined
  readonly documents: Documents
}

export type County = {
  readonly id: JurisdictionId
  readonly name: string
  readonly shortName: string
  readonly englishName: string
  readonly within: readonly string[]
  readonly timezone: string
  readonly demo: boolean
  readonly names: Readonly<Record<string, string>>
  readonly signIn: SignInSettings
}

export type Division = {
  readonly code: string
  readonly name: string
  readonly level: 'town' | 'village' | 'community'
  readonly parent: string
}

export type PackOrganisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly parent: OrganisationId | undefined
  readonly division: string | undefined
  /** Units, no longer in the pack, that were merged into it. */
  readonly absorbs: readonly OrganisationId[]
}

export type PackPost = {
  readonly id: PostId
  readonly organisation: OrganisationId
  readonly template: string
  readonly title: string
  readonly english: string
  readonly seats: number
  readonly roles: readonly string[]
  readonly permissions: Readonly<Record<string, Scope>>
  readonly administrator: Administrator | undefined
}

/** A person of a demonstration county: invented, like everything about them. */
export type PackPerson = {
  readonly id: PersonId
  readonly login: string
  readonly name: string
  readonly posts: readonly PostId[]
  /** Whether the demonstration tells that they have signed in on the phone. */
  readonly onPhone: boolean
}

export type DemoAccount = {
  readonly person: PersonId
  readonly login: string
  readonly role: string
  readonly english: string
}

export type CountyCalendar = z.infer<typeof CalendarFile>
export type Ladder = z.infer<typeof LaddersFile>['ladders'][number]
export type LampRule = DocumentOf<'lamp-rule'>
export type CheckRule = DocumentOf<'check-rule'>
export type PlanKind = DocumentOf<'plan-kind'>
export type PlateRule = DocumentOf<'plate-rule'>
export type PointRule = DocumentOf<'point-rule'>
export type DutyRule = DocumentOf<'duty-rule'>
export type PaymentRule = DocumentOf<'payment-rule'>
export type Channels = z.infer<typeof ChannelsFile>
