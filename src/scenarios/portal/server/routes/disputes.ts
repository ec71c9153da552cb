import { ok, refuse } from '#platform/kernel/result.ts'
import {
  catalogueAt,
  decideDispute,
  disputeStream,
  hashOfSubject,
  listDisputes,
  listLookUps,
} from '#platform/server/data-hub/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listObligationsById } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { PortalImplementer } from '../implementer.ts'
import { subjectOf } from '../subject.ts'

/** What a resident says is wrong in data about them; only about looks at themselves. */
export function disputeHandlers(os: PortalImplementer, services: Services) {
  const { personalData, database, jurisdiction } = services
  return {
    disputes: os.disputes.handler(async ({ context: { call } }) => ({ disputes: await viewDisputes(services, call) })),
    dispute: os.dispute.handler(async ({ context: { call }, input: { look: lookUp, field, statement } }) => {
      const me = (await subjectOf(services, call)) ?? refused('record.unknown')
      const subject = hashOfSubject(personalData, me)
      const decided = await call.command(
        async (tx, { actor: { person }, now }) => {
          const [look] = await listLookUps(tx, jurisdiction, [lookUp])
          if (look === undefined || !look.subject_hash.equals(subject)) return refuse('record.unknown')
          const doer = { jurisdiction, actor: { person }, now }
          const raised = await decideDispute(tx, services, { lookUp, field, statement, by: undefined, doer })
          if (!raised.ok) return raised
          const { answer, ...rest } = raised.value
          return ok({ ...rest, answer: { dispute: answer.dispute, dueAt: answer.dueAt } })
        },
        { asPlatform: true }, // looks and what is owed for a dispute are the government's rows
      )
      return decided
    }),
  }

  async function viewDisputes({ rules }: Services, call: CallContext['call']) {
    const me = await subjectOf(services, call)
    if (me === undefined) return []
    const subject = hashOfSubject(personalData, me)
    const { datasets, dictionary } = catalogueAt(rules(), call.now.getTime())
    return database.asSystem(jurisdiction, async (tx) => {
      const rows = await listDisputes(tx, jurisdiction, { subject })
      const open = rows.filter(({ state }) => state === 'open').map(({ obligation_id }) => obligation_id)
      const [names, owed] = await Promise.all([
        findNames(tx, jurisdiction, { organisations: rows.map(({ owner }) => owner) }),
        listObligationsById(tx, jurisdiction, open),
      ])
      const due = new Map(owed.map((one) => [one.id, one.due_at.toISOString()]))
      return rows.map((row) => ({
        ...{ dispute: row.id, look: row.look_up_id, at: row.raised_at.toISOString() },
        ...{ state: row.state, answer: row.answer, dueAt: due.get(row.obligation_id) ?? null },
        statement: personalData.open(row.statement, disputeStream(row.id)),
        ownerName: names.organisation(row.owner),
        datasetName: datasets.get(row.dataset)?.name ?? row.dataset,
        fieldName: dictionary.get(row.field)?.name ?? row.field,
      }))
    })
  }
}
