import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { v7 as newUuid } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import { type CodePurpose, insertCode, listSent, lockPhone, spendCode, takeGuess } from './code-store.ts'
import { codeMemorySeconds, codeMinutes, codeTries, maySend } from './domain/code-rules.ts'
import type { Origin, ResidentParts } from './parts.ts'

/** A code that was sent. `shown` is the message itself, in a demonstration county without a channel to phones; null anywhere else. */
export type CodeSent = { readonly until: Date; readonly shown: string | null }

/** For whom and what a code is asked. `text` makes the message of the code. */
export type CodeAsked = CodePurpose & {
  readonly phone: string
  readonly origin: Origin
  readonly text: (code: string) => string
}

/**
 * Sends a code to a phone, whether or not anybody is known under it. Refuses: `residents.code.too-many`, `residents.code.no-channel`,
 * `residents.code.unsent`.
 */
export async function sendCode(parts: ResidentParts, asked: CodeAsked): Promise<Result<CodeSent>> {
  const { jurisdiction, credentials, clock, personalData, sendText } = parts
  if (sendText === undefined && !(await isDemonstration(parts))) return refuse('residents.code.no-channel')
  const { phone, purpose, about, origin } = asked
  const [id, now, code] = [newUuid(), clock.now(), String(randomInt(1_000_000)).padStart(6, '0')]
  const phoneHash = personalData.hash('phone', phone)
  const endsAt = new Date(now.getTime() + codeMinutes * 60_000)
  const kept = await credentials.asSystem(jurisdiction, async (tx) => {
    await lockPhone(tx, jurisdiction, phoneHash)
    const since = new Date(now.getTime() - codeMemorySeconds * 1000)
    const allowed = maySend(await listSent(tx, jurisdiction, { phoneHash, address: origin.address, since }), now)
    const codeHash = hashOf(parts, id, code)
    const row = { id, purpose, about, phoneHash, codeHash, address: origin.address, sentAt: now, endsAt }
    if (allowed.ok) await insertCode(tx, jurisdiction, row)
    return allowed
  })
  if (!kept.ok) return kept
  const text = asked.text(code)
  if (sendText === undefined) return ok({ until: endsAt, shown: text })
  return (await sendText({ id, phone, text })) ? ok({ until: endsAt, shown: null }) : refuse('residents.code.unsent')
}

/** Takes a code that somebody typed and uses it up. Refuses: `residents.code.wrong`, for whichever reason. */
export async function takeCode(
  parts: ResidentParts,
  typed: CodePurpose & { readonly phone: string; readonly code: string },
): Promise<Result<undefined>> {
  const { jurisdiction, credentials, clock, personalData } = parts
  const { phone, code, purpose, about } = typed
  const now = clock.now()
  const guess = { purpose, about, phoneHash: personalData.hash('phone', phone), now, tries: codeTries }
  const matched = await credentials.asSystem(jurisdiction, async (tx) => {
    const kept = await takeGuess(tx, jurisdiction, guess)
    if (kept === undefined || !timingSafeEqual(kept.codeHash, hashOf(parts, kept.id, code))) return false
    return spendCode(tx, jurisdiction, kept.id, now)
  })
  return matched ? ok(undefined) : refuse('residents.code.wrong')
}

async function isDemonstration({ database, jurisdiction }: ResidentParts): Promise<boolean> {
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  return county?.demo === true
}

/** Six digits are guessed from a bare hash in no time: the key of the data folder goes into it. */
function hashOf({ key }: Pick<ResidentParts, 'key'>, id: string, code: string): Buffer {
  return createHmac('sha256', key).update(`resident-code ${id} ${code}`).digest()
}
