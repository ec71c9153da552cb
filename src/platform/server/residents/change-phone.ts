import { v7 as newUuid } from 'uuid'
import type { Actor } from '#platform/kernel/actor.ts'
import { readerOf } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { mask, readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CodeSent, sendCode, takeCode } from './codes.ts'
import type { Origin, ResidentParts } from './parts.ts'
import { phonePlace } from './places.ts'
import { findByIdentity, findByPhone, type ResidentRow, updateResident } from './resident-store.ts'
import type { ResidentSessions } from './sessions.ts'
import { registerEntry } from './streams.ts'

/*
 * 换手机号. Whoever lost a phone comes to a window with the identity card; an official sees the card, and whoever stands there tells the code
 * that came to the new phone. From then on the new phone opens and the old one does not: every session ends, and the old phone is told, so
 * that its owner hears of a change that was not theirs. A phone that belongs to somebody else by name is not taken over; one that somebody
 * merely signed in with moves, and that resident of no name ends.
 */

/** The card that an official has before them. */
export type CardSeen = { readonly name: string; readonly number: string }

/** What came of it: the old phone masked, null where there was none; whether a message went there. */
export type PhoneChanged = { readonly resident: PersonId; readonly oldPhone: string | null; readonly told: boolean }

type Run = (decide: (tx: Transaction, call: CommandCall) => Promise<Result<Decision<Moved>>>) => Promise<Moved>
type Moved = { readonly resident: PersonId; readonly oldPhone: string | null; readonly ended: PersonId | null }

/** Sends a code to the new phone; it counts for this official and this person alone. Refuses as `sendCode`, `residents.identity.malformed`. */
export async function askPhoneCode(
  parts: ResidentParts,
  asked: { readonly card: CardSeen; readonly phone: string; readonly official: Actor; readonly origin: Origin },
): Promise<Result<CodeSent>> {
  const read = readIdentityNumber(asked.card.number)
  if ('fault' in read) return refuse('residents.identity.malformed')
  const { phone, origin, official } = asked
  const text = (code: string) => `更换手机号验证码 ${code}，5 分钟内有效。请只告诉窗口工作人员${official.personName}。`
  return sendCode(parts, { phone, origin, text, purpose: 'phone-change', about: aboutOf(parts, official, read.number) })
}

/**
 * Moves a resident to another phone. Refuses: `residents.identity.malformed`, `.differs`, `residents.unknown`, `residents.phone.same`,
 * `residents.phone.taken`, `residents.code.wrong`.
 */
export async function changePhone(
  parts: ResidentParts,
  sessions: ResidentSessions,
  run: Run,
  asked: { readonly card: CardSeen; readonly phone: string; readonly code: string },
): Promise<PhoneChanged> {
  const { card, phone, code } = asked
  let taking: Promise<Result<undefined>> | undefined
  let old: string | null = null
  const { resident, oldPhone, ended } = await run(async (tx, call) => {
    const found = await standing(tx, parts, card, phone)
    if (!found.ok) return found
    const { row, holder, number } = found.value
    taking ??= takeCode(parts, { phone, code, purpose: 'phone-change', about: aboutOf(parts, call.actor, number) })
    const taken = await taking
    if (!taken.ok) return taken
    // Before the change is on record: a process that dies after it leaves nobody signed in by the old phone.
    await endAll(sessions, [row.id, ...(holder ? [holder.id] : [])])
    old = row.phone_sealed && parts.personalData.open(row.phone_sealed, phonePlace(row.id))
    return ok(move(parts, call, { row, holder, phone, old }))
  })
  // And whoever came by the old phone meanwhile; a repeat of the command changes nothing, and ends nothing.
  if (taking !== undefined) await endAll(sessions, ended === null ? [resident] : [resident, ended])
  const told = old !== null && (await tell(parts, old))
  return { resident, oldPhone, told }
}

async function endAll(sessions: ResidentSessions, residents: readonly PersonId[]): Promise<void> {
  for (const resident of residents) {
    await sessions.end({ resident })
    sessions.forget(resident)
  }
}

async function standing(tx: Transaction, { jurisdiction, personalData }: ResidentParts, card: CardSeen, phone: string) {
  const read = readIdentityNumber(card.number)
  if ('fault' in read) return refuse('residents.identity.malformed')
  const [row, holder] = await Promise.all([
    findByIdentity(tx, jurisdiction, personalData.hash('person', read.number)),
    findByPhone(tx, jurisdiction, personalData.hash('phone', phone)),
  ])
  if (row === undefined) return refuse('residents.unknown')
  if (row.name !== card.name.trim()) return refuse('residents.identity.differs')
  if (holder?.id === row.id) return refuse('residents.phone.same')
  if (holder?.identity_hash) return refuse('residents.phone.taken')
  return ok({ row, holder, number: read.number })
}

type Move = {
  readonly row: ResidentRow
  /** Somebody of no name who has the new phone. */
  readonly holder: ResidentRow | undefined
  readonly phone: string
  readonly old: string | null
}

function move(
  { jurisdiction, personalData }: ResidentParts,
  { actor, now }: CommandCall,
  { row, holder, phone, old }: Move,
): Decision<Moved> {
  const moved: ResidentRow = {
    ...{ ...row, version: row.version + 1, phone_hash: personalData.hash('phone', phone) },
    phone_sealed: personalData.seal(phone, phonePlace(row.id)),
  }
  const over = holder && { ...holder, version: holder.version + 1, phone_sealed: null, phone_hash: null, valid_to: now }
  const entry = registerEntry(
    { jurisdiction, resident: row.id, version: moved.version, now },
    { kind: 'residents.phone-changed', actor, payload: { by: 'window' } },
  )
  const joined =
    over &&
    registerEntry(
      { jurisdiction, resident: over.id, version: over.version, now },
      { kind: 'residents.joined-to-another', actor, payload: {} },
    )
  const oldPhone = old === null ? null : mask('phone', old)
  return {
    answer: { resident: row.id, oldPhone, ended: over?.id ?? null },
    entries: [...(joined ? [joined] : []), { ...entry, readers: [readerOf(row.id), actor.organisation] }],
    writes: [...(over ? [updateResident(jurisdiction, over)] : []), updateResident(jurisdiction, moved)],
  }
}

/** False where the county has no channel, or it did not go out: the change stands all the same. */
async function tell({ sendText }: ResidentParts, phone: string): Promise<boolean> {
  const text = '您在本县办事平台的手机号已在窗口更换，本机已退出登录。不是本人办理的，请马上拨打 12345。'
  return sendText === undefined ? false : sendText({ id: newUuid(), phone, text })
}

function aboutOf({ personalData }: ResidentParts, { person }: Actor, number: string): string {
  return `${person} ${personalData.hash('person', number).toString('base64url')}`
}
