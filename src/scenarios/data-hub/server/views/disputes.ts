import { catalogueAt, disputeStream, listDisputes } from '#platform/server/data-hub/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { reaches, unitsOf } from '../reach.ts'

/** Disputes of units in reach; what the person said only those see who raised it or must answer it. */
export function viewDisputes(services: Services, { actor, now, read }: CallContext['call']) {
  const { datasets, dictionary } = catalogueAt(services.rules(), now.getTime())
  return read(async (tx) => {
    const rows = await listDisputes(tx, actor.jurisdiction, { organisations: unitsOf(actor, 'data-hub.dispute') })
    const names = await findNames(tx, actor.jurisdiction, {
      organisations: rows.flatMap((row) => [row.owner, row.raised_by]),
    })
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
      }
    })
  })
}
