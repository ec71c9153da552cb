import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import type { FaceAnswer } from './face-service.ts'
import {
  countFaceChecks,
  endFaceCheck,
  type FaceOutcome,
  type FaceRow,
  findFaceCheck,
  insertFaceCheck,
  lockFaceChecks,
} from './face-store.ts'

/*
 * A face check is begun, and passed, failed or timed out; it is never the only way to anything (人脸识别技术应用安全管理办法). A holder begins
 * so many in a day at most; one that is not answered in its time has timed out, whatever the service says later.
 */

/** Checks that a holder may begin in a day. */
export const mostFaceChecks = 5
/** How long a check may take. */
export const faceSeconds = 120

type Call = Pick<CommandCall, 'actor' | 'now'>

/** Whether a holder may begin another check today; refuses `credentials.face.used-up`. */
export async function mayBegin(tx: Transaction, { actor, now }: Call): Promise<Result<number>> {
  const today = new Date(startOfDate(dateOf(now.getTime())))
  const begun = await countFaceChecks(tx, actor.jurisdiction, actor.organisation, today)
  return begun < mostFaceChecks ? ok(begun + 1) : refuse('credentials.face.used-up', { most: mostFaceChecks })
}

/** Puts a check on record that the service has begun; who repeats the command goes to the page of the check that is on record. */
export async function decideFaceCheck(
  tx: Transaction,
  call: Call,
  { session, url, purpose }: { readonly session: string; readonly url: string; readonly purpose: string },
): Promise<Result<Decision<{ readonly check: string; readonly until: string; readonly url: string }>>> {
  const { actor, now } = call
  await lockFaceChecks(tx, actor.jurisdiction, actor.organisation)
  const attempt = await mayBegin(tx, call)
  if (!attempt.ok) return attempt
  const row = { id: v7(), holder: actor.organisation, readers: [actor.organisation], purpose, session }
  const write = insertFaceCheck(actor.jurisdiction, { ...row, asked_at: now, attempt: attempt.value })
  const entry = entryOf(call, row, { kind: 'begun', version: 1, payload: { purpose, attempt: attempt.value } })
  return ok({ answer: { check: row.id, until: endOf(now).toISOString(), url }, entries: [entry], writes: [write] })
}

/** How a check stands after the service was asked; pending where it is neither answered nor out of its time. */
export function outcomeOf(answer: FaceAnswer | 'unavailable', row: FaceRow, now: Date): FaceOutcome | 'pending' {
  if (row.outcome !== null) return row.outcome
  if (now >= endOf(row.asked_at)) return 'timed-out'
  return answer === 'unavailable' ? 'pending' : answer.outcome
}

/** Puts on record how a check ended; refuses `record.unknown`, `credentials.face.ended`. */
export async function decideFaceEnd(
  tx: Transaction,
  call: Call,
  {
    check,
    outcome,
    token,
  }: { readonly check: string; readonly outcome: FaceOutcome; readonly token: string | undefined },
): Promise<Result<Decision<{ readonly check: string; readonly outcome: FaceOutcome }>>> {
  const { jurisdiction, organisation } = call.actor
  const row = await findFaceCheck(tx, jurisdiction, check)
  if (row === undefined || row.holder !== organisation) return refuse('record.unknown')
  if (row.outcome !== null) return refuse('credentials.face.ended')
  const digest = token === undefined ? null : createHash('sha256').update(token).digest()
  const payload = { outcome, token: digest?.toString('hex') ?? null }
  const entry = entryOf(call, row, { kind: outcome, version: row.version + 1, payload })
  const write = endFaceCheck(jurisdiction, check, { outcome, token: digest, at: call.now })
  return ok({ answer: { check, outcome }, entries: [entry], writes: [write] })
}

function endOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + faceSeconds * 1000)
}

type Told = { readonly kind: string; readonly version: number; readonly payload: NewEntry['payload'] }

function entryOf(
  { actor, now }: Call,
  row: Pick<FaceRow, 'id' | 'readers'>,
  { kind, version, payload }: Told,
): NewEntry {
  return {
    ...{ id: newEntryId(), jurisdiction: actor.jurisdiction, stream: `credentials.face-check/${row.id}`, version },
    ...{ kind: `credentials.face-check.${kind}`, recordedAt: now, actor, payload },
    readers: row.readers as readonly OrganisationId[],
  }
}
