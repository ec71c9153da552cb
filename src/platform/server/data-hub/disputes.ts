import { v7 } from 'uuid'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse, unwrap } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryActor, newEntryId } from '#platform/server/journal/index.ts'
import {
  acceptAnswer,
  after,
  applyRule,
  listObligationsById,
  obligationOf,
  onRecord,
  openObligation,
  recordOwed,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { catalogueAt, datasetOf } from './catalogue.ts'
import { answerDisputeRow, type DisputeRow, findDispute, findOpenDispute, insertDispute } from './dispute-store.ts'
import { disputeStream } from './entries.ts'
import { listLookUps } from './look-up-store.ts'

/** What somebody says is wrong. */
export type DisputeRaised = {
  /** The look-up that brought it. */
  readonly lookUp: string
  readonly field: string
  /** What would be right, and why; it is sealed. */
  readonly statement: string
  /** Who raises it: the organisation of a clerk, or undefined for the person. */
  readonly by: string | undefined
  readonly doer: { readonly jurisdiction: JurisdictionId; readonly actor: EntryActor; readonly now: Date }
}

/** The kind of obligation that a dispute is to the owner of the data. */
export const disputeObligation = 'data-dispute'

/** Says that a field is wrong: its owner owes an answer to whoever looked it up. Refuses a field of no answer, and one disputed already. */
export async function decideDispute(
  tx: Transaction,
  { jurisdiction, rules, personalData }: Services,
  raised: DisputeRaised,
): Promise<Result<Decision<{ dispute: string; dueAt: string; entry: string }>>> {
  const { doer } = raised
  const [look] = await listLookUps(tx, jurisdiction, [raised.lookUp])
  const at = doer.now.getTime()
  const dataset = look && datasetOf(rules(), catalogueAt(rules(), at), look.dataset, look.dataset_version)
  if (look === undefined || dataset === undefined) return refuse('record.unknown')
  if ((look.state !== 'answered' && look.state !== 'not-found') || !look.fields.includes(raised.field))
    return refuse('data-hub.dispute.nothing-brought')
  const about = { subject: look.subject_hash, dataset: look.dataset, field: raised.field }
  if (await findOpenDispute(tx, jurisdiction, about)) return refuse('data-hub.dispute.open')
  const id = v7()
  const field = catalogueAt(rules(), at).dictionary.get(raised.field)?.name ?? raised.field
  const dueAt = after(rules().calendar, at, dataset.correct) - 1
  const readers = [...new Set([dataset.owner, look.organisation])] as OrganisationId[]
  const ladder = { calendar: rules().calendar, ladder: rules().ladderAt('standard', at) }
  const owed = openObligation(
    ladder,
    {
      ...{
        kind: disputeObligation,
        subject: disputeStream(id),
        title: `核实数据：${dataset.name}（${field}）`,
        dueAt,
        readers,
      },
      ...{ debtor: { organisation: dataset.owner, person: null }, lead: look.organisation },
    },
    at,
  )
  const row: DisputeRow = {
    ...{ id, look_up_id: look.id, dataset: look.dataset, field: raised.field, owner: dataset.owner },
    ...{ subject_hash: look.subject_hash, statement: personalData.seal(raised.statement, disputeStream(id)) },
    ...{ raised_at: doer.now, raised_by: raised.by ?? 'self', obligation_id: owed.row.id, state: 'open' },
    ...{ answer: null, answered_at: null, version: 1 },
  }
  const recorded = recordOwed({ ...doer, recordedAt: doer.now }, () => ladder, [owed])
  const entry = {
    ...{ id: newEntryId(), jurisdiction, stream: disputeStream(id), version: 1, kind: 'data-hub.dispute.raised' },
    ...{ recordedAt: doer.now, actor: doer.actor, readers },
    payload: {
      dataset: row.dataset,
      field: row.field,
      owner: row.owner,
      lookUp: row.look_up_id,
      obligation: row.obligation_id,
    },
  }
  return ok({
    answer: { dispute: id, dueAt: new Date(dueAt).toISOString(), entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [insertDispute(jurisdiction, row), ...recorded.writes],
  })
}

/** What the owner says. */
export type DisputeAnswer = { readonly dispute: string; readonly corrected: boolean; readonly answer: string }

/** Answers a dispute, which ends the obligation: the data has been put right, or it is right as it is, and why. */
export async function decideDisputeAnswer(
  tx: Transaction,
  call: CommandCall,
  { rules }: Services,
  given: DisputeAnswer,
): Promise<Result<Decision<{ entry: string }>>> {
  const { jurisdiction, person, post, organisation } = call.actor
  const row = await findDispute(tx, jurisdiction, given.dispute)
  if (row === undefined) return refuse('record.unknown')
  if (row.state !== 'open') return refuse('data-hub.dispute.answered')
  const [debt] = await listObligationsById(tx, jurisdiction, [row.obligation_id])
  if (debt === undefined) throw new Error(`the dispute ${row.id} has lost its obligation`)
  const ladder = rulesOfObligation(rules(), debt)
  const at = call.now.getTime()
  const submitted = unwrap(applyRule(onRecord(debt), ladder.ladder, submitAnswer(ladder, obligationOf(debt), {}, at)))
  const closed = unwrap(applyRule(submitted, ladder.ladder, acceptAnswer(obligationOf(submitted.row), {}, at)))
  const actor = { person, post, organisation }
  const recorded = recordOwed({ jurisdiction, actor, recordedAt: call.now }, () => ladder, [closed])
  const answered: DisputeRow = {
    ...{ ...row, state: given.corrected ? 'corrected' : 'upheld', answer: given.answer },
    ...{ answered_at: call.now, version: row.version + 1 },
  }
  const entry = {
    ...{ id: newEntryId(), jurisdiction, stream: disputeStream(row.id), version: answered.version },
    ...{ kind: 'data-hub.dispute.answered', recordedAt: call.now, actor, readers: debt.readers as OrganisationId[] },
    payload: {
      dataset: row.dataset,
      field: row.field,
      owner: row.owner,
      lookUp: row.look_up_id,
      state: answered.state,
    },
  }
  return ok({
    answer: { entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [answerDisputeRow(jurisdiction, answered), ...recorded.writes],
  })
}
