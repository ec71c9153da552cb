import { timeLeft } from '#platform/kernel/working-time/index.ts'
import { catalogueAt, disputeStream, listDisputes } from '#platform/server/data-hub/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listObligationsById } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { reaches, unitsOf } from '../reach.ts'

/** Disputes of units in reach; what the person said only those see who raised it or must answer it. */
export function viewDisputes(services: Services, { actor, now, read }: CallContext['call']) {
  const { datasets, dictionary } = catalogueAt(services.rules(), now.getTime())
  return read(async (tx) => {
    const rows = await listDisputes(tx, actor.jurisdiction, { organisations: unitsOf(actor, 'data-hub.dispute') })
    const open = rows.filter(({ state }) => state === 'open').map((row) => row.obligation_id)
    const [names, owed] = await Promise.all([
      findNames(tx, actor.jurisdiction, { organisations: rows.flatMap((row) => [row.owner, row.raised_by]) }),
      listObligationsById(tx, actor.jurisdiction, open),
    ])
    const left = new Map(
      owed.map(({ id, opened_at, due_at }) => {
        const limit = { from: opened_at.getTime(), dueAt: due_at.getTime() }
        return [id, timeLeft(services.rules().calendar, limit, now.getTime())]
      }),
    )
    return rows.map((row) => {
      const mayAnswer = row.state === 'open' && reaches(actor, 'data-hub.answer', row.owner)
      const concerned = row.raised_by === actor.organisation || row.owner === actor.organisation || mayAnswer
      return {
        ...{ dispute: row.id, at: row.raised_at.toISOString(), state: row.state, answer: row.answer, mayAnswer },
        datasetName: datasets.get(row.dataset)?.name ?? row.dataset,
        fieldName: dictionary.get(row.field)?.name ?? row.field,
        owner: { id: row.owner, name: names.organisation(row.owner) },
        raisedBy: row.raised_by === 'self' ? '本人' : names.organisation(row.raised_by),
        statement: concerned ? services.personalData.open(row.statement, disputeStream(row.id)) : null,
        obligation: row.obligation_id,
        left: left.get(row.obligation_id) ?? null,
      }
    })
  })
}
