import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'

/** Who is told: one person at work, whoever holds a post, everybody in a unit and below it, a resident, or whoever acts for an enterprise. */
export type Audience =
  | `person:${string}`
  | `post:${string}`
  | `unit:${string}`
  | `resident:${string}`
  | `firm:${string}`

/**
 * Whoever acts for an enterprise, by the reader as which they do (`readerOfEnterprise`): in everything or, with a matter, in that alone.
 * @example `enterpriseAudience(readerOfEnterprise('91331199MA2E0A1B2C')) // 'firm:91331199ma2e0a1b2c'`
 */
export function enterpriseAudience(reader: OrganisationId): Audience {
  return `firm:${reader.slice('firm-'.length)}`
}

/** What somebody is told, and the page where they deal with it. */
export type Notice = {
  readonly audience: Audience
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly link: string
  /** What of something confidential may be told outside, as by SMS: no more than whoever picks the phone up may know. */
  readonly outside?: { readonly zh: string; readonly en: string }
}

/**
 * Makes notices of the entries of one kind. An engine or scenario brings its own; nothing else writes a notice.
 * @example `{ kind: 'obligations.obligation.opened', tell: (entry) => [{ audience: `person:${…}`, … }] }`
 */
export type NoticeRule = { readonly kind: string; tell(entry: SealedEntry): readonly Notice[] }
