import { readerOf, readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import { decideIssue } from '#platform/server/credentials/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { aboutCase } from './about-case.ts'
import { caseStream } from './case-row.ts'
import { factsFor } from './domain/facts.ts'
import { type CaseInHand, findInHand } from './in-hand.ts'
import { orderPayment } from './order-payment.ts'
import { claimOutcomes, type OutcomeRow, saveOutcome } from './outcome-store.ts'
import { recordAlone } from './record-alone.ts'

/*
 * An outcome is ordered in the transaction that gives it, and carried out afterwards, once: a certificate is issued in the same
 * transaction that notes its number; money goes out under a key that the bank knows again, so that asking twice pays once. A paper is
 * printed whenever it is opened. What cannot be carried out is tried again, later each time, and never forgotten.
 */

const claimMilliseconds = 120_000
const firstPauseMilliseconds = 15_000
const longestPauseMilliseconds = 3_600_000

type Carried = { readonly reference: string | null; readonly also?: Pick<Decision<unknown>, 'entries' | 'writes'> }

/** Carries out what cases gave. */
export function outcomeSweep(services: Services): Sweep {
  const { database, jurisdiction } = services
  return {
    name: 'casework.outcomes',
    once: async (now, limit) => {
      const until = new Date(now.getTime() + claimMilliseconds)
      const due = await database.asSystem(jurisdiction, (tx) =>
        claimOutcomes(tx, jurisdiction, { now, until, limit: Math.min(limit, 50) }),
      )
      await Promise.all(due.map((row) => carryOut(services, row, now)))
      return due.length
    },
  }
}

async function carryOut(services: Services, row: OutcomeRow, at: Date): Promise<void> {
  const paid = row.kind === 'payment' ? await pay(services, row) : undefined
  if (paid !== undefined && !paid.ok) return void (await postpone(services, row, at, paid.refusal.code))
  await recordAlone(services, async (tx) => {
    const inHand = await inHandOf(tx, services, row.case_id)
    const carried = paid?.ok ? paid : await issue(tx, services, inHand, row, at)
    if (!carried.ok)
      return { entries: [], writes: [saveOutcome(services.jurisdiction, failed(row, carried.refusal.code), null)] }
    const { reference, also } = carried.value
    const done = { ...row, state: 'done' as const, done_at: at, reference, trouble: null }
    return {
      entries: [doneEntry(services.jurisdiction, inHand, done, at), ...(also?.entries ?? [])],
      writes: [saveOutcome(services.jurisdiction, done, null), ...(also?.writes ?? [])],
    }
  })
}

/** Money goes out before it is noted: the key makes the bank know an order that was sent twice. */
async function pay(services: Services, row: OutcomeRow): Promise<Result<Carried>> {
  const inHand = await services.database.asSystem(services.jurisdiction, (tx) => inHandOf(tx, services, row.case_id))
  return orderPayment(services, inHand, row.outcome)
}

async function issue(
  tx: Transaction,
  services: Services,
  { row, matter, contents }: CaseInHand,
  { outcome: id }: OutcomeRow,
  at: Date,
): Promise<Result<Carried>> {
  const outcome = matter.outcomes.find((one) => one.id === id)
  if (outcome?.kind === 'post') return ok({ reference: trackingNumber(contents.given) })
  if (outcome?.kind !== 'credential') return ok({ reference: row.number })
  const { name, number } = contents.applicant
  const person = row.applicant_kind === 'person'
  const identity = person ? { name, 'identity-number': number } : { 'enterprise-name': name, 'credit-code': number }
  const issued = await decideIssue(
    services,
    tx,
    { actor: { system: 'casework' }, now: at },
    {
      type: outcome.credential,
      holder: person && row.resident_id !== null ? readerOf(row.resident_id as PersonId) : readerOfEnterprise(number),
      holderNumber: { kind: person ? 'person' : 'enterprise', number },
      values: { ...identity, ...factsFor(outcome.values, contents) },
      origin: caseStream(row.id),
    },
  )
  if (!issued.ok) return issued
  const { answer, entries, writes } = issued.value
  return ok({ reference: answer.number, also: { entries, writes } })
}

function trackingNumber(given: CaseInHand['contents']['given']): string | null {
  const found = Object.values(given).find((values) => 'tracking-number' in values)?.['tracking-number']
  return found === undefined ? null : String(found)
}

async function inHandOf(tx: Transaction, services: Services, id: string): Promise<CaseInHand> {
  const { jurisdiction, personalData: personal } = services
  const inHand = await findInHand(tx, { jurisdiction, rules: services.rules(), personal }, id)
  if (inHand === undefined) throw new Error(`the outcome of ${id} has lost its case`)
  return inHand
}

async function postpone(services: Services, row: OutcomeRow, at: Date, trouble: string): Promise<void> {
  const pause = Math.min(firstPauseMilliseconds * 2 ** Math.min(row.attempts, 12), longestPauseMilliseconds)
  await recordAlone(services, async () => {
    const waiting = { ...row, state: 'ordered' as const, trouble }
    return { entries: [], writes: [saveOutcome(services.jurisdiction, waiting, new Date(at.getTime() + pause))] }
  })
}

function failed(row: OutcomeRow, trouble: string) {
  return { ...row, state: 'failed' as const, trouble }
}

function doneEntry(jurisdiction: JurisdictionId, inHand: CaseInHand, done: OutcomeRow, at: Date): NewEntry {
  const { row, matter } = inHand
  const { outcome, kind, reference } = done
  const payload = { case: row.id, outcome, kind, reference, matter: matter.id, about: aboutCase(inHand) }
  return {
    ...{ jurisdiction, stream: `casework.outcome/${row.id}.${done.outcome}`, version: 1, recordedAt: at },
    ...{ kind: 'casework.outcome.done', actor: { system: 'casework' }, payload: payload as JsonObject },
    readers: row.readers as readonly OrganisationId[],
  }
}
