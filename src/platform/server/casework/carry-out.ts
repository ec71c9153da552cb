import { isPaymentReturn } from '#platform/contract/payment-returns.ts'
import { readerOf, readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import type { Refusal } from '#platform/kernel/refusal.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { decideIssue } from '#platform/server/credentials/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { caseStream } from './case-row.ts'
import type { FieldValues } from './domain/contents.ts'
import { factsFor } from './domain/facts.ts'
import { leaveFailed } from './failed-payment.ts'
import { type CaseInHand, findInHand } from './in-hand.ts'
import { orderPayment } from './order-payment.ts'
import { claimOutcomes, listOutcomes, type OutcomeRow, saveOutcome } from './outcome-store.ts'
import type { Recorded } from './payment-owed.ts'
import { recordAlone } from './record-alone.ts'
import { recordOutcome } from './record-outcome.ts'
import type { Recording } from './recording.ts'
import { giveBack } from './returned-payment.ts'

/*
 * An outcome is ordered in the transaction that gives it, and carried out afterwards, once: a certificate is issued in the same
 * transaction that notes its number; money goes out under a key that the bank knows again, so that asking twice pays once. A paper is
 * printed whenever it is opened. Where nobody knows, it is tried again, later each time, and never forgotten.
 */

const claimMilliseconds = 120_000
const firstPauseMilliseconds = 15_000
const longestPauseMilliseconds = 3_600_000

type Carried = { readonly reference: string | null; readonly also?: Recorded }

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
  await recordAlone(services, async (tx) => {
    const inHand = await inHandOf(tx, services, row.case_id)
    const outcomes = await listOutcomes(tx, services.jurisdiction, row.case_id)
    const was = outcomes.find(({ outcome }) => outcome === row.outcome)
    // Somebody else carried it out meanwhile, or it is under way under another number.
    if (was?.state !== 'ordered' || was.payment !== row.payment) return undefined
    const { jurisdiction, personalData: personal } = services
    const recording = { jurisdiction, rules: services.rules(), personal, actor: { system: 'casework' }, recordedAt: at }
    const carried = paid ?? (await issue(tx, services, inHand, was, at))
    return carried.ok ? done(recording, inHand, was, carried.value) : notDone(recording, inHand, was, carried.refusal)
  })
}

function done(recording: Recording, inHand: CaseInHand, was: OutcomeRow, { reference, also }: Carried): Recorded {
  const after = { ...was, state: 'done' as const, done_at: recording.recordedAt, reference, trouble: null }
  const { entries, writes } = recordOutcome(recording, inHand, was, { kind: 'done', after, payload: { reference } })
  return { entries: [...entries, ...(also?.entries ?? [])], writes: [...writes, ...(also?.writes ?? [])] }
}

/** What nobody knows is asked again, later each time; what the bank gives back waits for another account; the rest is for a person. */
function notDone(recording: Recording, inHand: CaseInHand, was: OutcomeRow, { code, facts }: Refusal): Recorded {
  const { jurisdiction, recordedAt } = recording
  if (code === 'casework.payment.unavailable') {
    const pause = Math.min(firstPauseMilliseconds * 2 ** Math.min(was.attempts, 12), longestPauseMilliseconds)
    const again = { was: was.version, nextAt: new Date(recordedAt.getTime() + pause) }
    return { entries: [], writes: [saveOutcome(jurisdiction, { ...was, trouble: code }, again)] }
  }
  const reason = String(facts.reason)
  if (code === 'casework.payment.returned' && isPaymentReturn(reason)) return giveBack(recording, inHand, was, reason)
  if (code === 'casework.payment.refused') return leaveFailed(recording, inHand, was, reason)
  const after = { ...was, state: 'failed' as const, trouble: code }
  const payload = { trouble: code, authority: inHand.row.authority }
  return recordOutcome(recording, inHand, was, { kind: 'failed', after, payload })
}

/** Money goes out before it is noted: its number makes the bank know an order that was sent twice. */
async function pay(services: Services, row: OutcomeRow): Promise<Result<Carried>> {
  const inHand = await services.database.asSystem(services.jurisdiction, (tx) => inHandOf(tx, services, row.case_id))
  return orderPayment(services, inHand, row)
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
      values: carriedBy(services.rules(), outcome.credential, at, {
        ...identity,
        ...factsFor(outcome.values, contents),
      }),
      origin: caseStream(row.id),
    },
  )
  if (!issued.ok) return issued
  const { answer, entries, writes } = issued.value
  return ok({ reference: answer.number, also: { entries, writes } })
}

/** What the certificate carries of what the case knows: more would make it one that nobody may issue. */
function carriedBy(rules: CountyRules, credential: string, at: Date, values: FieldValues): FieldValues {
  const fields = rules.documentAt('credential', credential, at.getTime())?.fields ?? []
  return Object.fromEntries(fields.flatMap(({ field }) => (field in values ? [[field, values[field] ?? null]] : [])))
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
