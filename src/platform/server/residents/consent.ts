import { createHash } from 'node:crypto'
import type { Actor } from '#platform/kernel/actor.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import { type CodeSent, sendCode, takeCode } from './codes.ts'
import { findResidentBy, type KnownResident } from './find-residents.ts'
import type { Origin, ResidentParts } from './parts.ts'

/** What a helper asks of somebody: their phone and name, which matters (null is all), until when. */
export type ConsentAsked = {
  readonly helper: Actor
  readonly phone: string
  readonly name: string
  readonly matters: readonly string[] | null
  readonly until: Date
}

/**
 * Sends a code to the phone of the person for whom somebody wants to act: telling it to the helper is the consent, to exactly this. The
 * answer is the same whether or not the phone is known. Refuses as `sendCode`.
 */
export async function askConsent(
  parts: ResidentParts,
  asked: ConsentAsked & { readonly matterNames: readonly string[]; readonly origin: Origin },
): Promise<Result<CodeSent>> {
  const { database, jurisdiction } = parts
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  const what = asked.matterNames.length === 0 ? '全部事项' : asked.matterNames.join('、')
  const until = dateOf(asked.until.getTime())
  const text = (code: string) =>
    `【${county?.shortName ?? ''}】${asked.helper.personName}请求代您办理：${what}，到${until}为止。同意请把验证码 ${code} 告诉对方；不同意请勿理会。`
  const { phone, origin } = asked
  return sendCode(parts, { phone, origin, text, purpose: 'mandate', about: aboutOf(asked) })
}

/** Takes the code that the person told; gives who they are. Refuses: `residents.code.wrong`, also where phone and name do not agree. */
export async function takeConsent(
  parts: ResidentParts,
  asked: ConsentAsked & { readonly code: string },
): Promise<Result<Pick<KnownResident, 'resident'> & { readonly name: string }>> {
  const { phone, code, name } = asked
  const taken = await takeCode(parts, { phone, code, purpose: 'mandate', about: aboutOf(asked) })
  if (!taken.ok) return taken
  return named(parts, { phone, name }, 'residents.code.wrong')
}

/** The checked resident with this phone and name. Refuses with `code`, whichever of the two is wrong. */
export async function named(
  parts: ResidentParts,
  { phone, name }: { readonly phone: string; readonly name: string },
  code: string,
): Promise<Result<Pick<KnownResident, 'resident'> & { readonly name: string }>> {
  const { database, jurisdiction, personalData } = parts
  const found = await database.asSystem(jurisdiction, (tx) => findResidentBy(tx, personalData, { jurisdiction, phone }))
  if (found === undefined || found.name === null || found.name !== name.trim()) return refuse(code)
  return ok({ resident: found.resident, name: found.name })
}

function aboutOf({ helper, matters, until, name }: ConsentAsked): string {
  const what = JSON.stringify([helper.person, helper.post, matters, until.toISOString(), name.trim()])
  return createHash('sha256').update(what).digest('base64url')
}
