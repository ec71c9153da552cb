import { ownUnits, permits } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { type CaseRow, findCase } from '#platform/server/casework/index.ts'
import type { Scope, Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { mandateFor } from '#platform/server/residents/index.ts'

/*
 * Whoever took a case may bring to it what its applicant brings to them, for not everybody has a phone: at the window that took it, with the
 * applicant before the clerk; in the unit that asked for itself; under a mandate, for as long as it is in force. Consent to a look-up is
 * never given so: it is the person's own.
 */

type Call = Pick<CallContext['call'], 'actor' | 'now'>

/** Whether an official may do for the applicant of a case what only the applicant can. The transaction sees what the platform sees. */
export async function standsFor(tx: Transaction, { actor, now }: Call, row: CaseRow): Promise<boolean> {
  if (row.taken_by === null || !(ownUnits(actor) as readonly string[]).includes(row.taken_by)) return false
  if (row.channel === 'unit') return permits(actor, 'matters.accept')
  if (row.channel === 'window') return permits(actor, 'matters.window')
  const { jurisdiction } = actor
  const asked = { jurisdiction, helper: actor, resident: row.resident_id as PersonId, matter: row.matter, at: now }
  return row.resident_id !== null && (await mandateFor(tx, asked)) !== undefined
}

/** Refuses whoever did not take the case; what they do not see is refused as what is not there. */
export async function assertStandsFor(tx: Transaction, call: Call, scope: Scope, id: string): Promise<Result<true>> {
  const row = await findCase(tx, call.actor.jurisdiction, id)
  if (row === undefined || !isSeen(row, scope)) return refuse('record.unknown')
  return (await standsFor(tx, call, row)) ? ok(true) : refuse('casework.case.not-taken')
}

function isSeen({ readers }: CaseRow, { organisations }: Scope): boolean {
  return organisations === 'all' || readers.some((reader) => (organisations as readonly string[]).includes(reader))
}
