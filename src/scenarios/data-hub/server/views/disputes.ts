import { timeLeft } from '#platform/kernel/working-time/index.ts'
import { catalogueAt, type DisputeRow, disputeStream, listDisputes } from '#platform/server/data-hub/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listObligationsById } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { reaches, unitsOf } from '../reach.ts'

type Call = CallContext['call']

/** Disputes of units in reach; what the person said only those see who raised it or must answer it. */
export async function viewDisputes(services: Services, { actor, now, read }: Call) {
  const { jurisdiction } = actor
  const { datasets, dictionary } = catalogueAt(services.rules(), now.getTime())
  const { rows, names } = await read(async (tx) => {
    const rows = await listDisputes(tx, jurisdiction, { organisations: unitsOf(actor, 'data-hub.dispute') })
    const organisations = rows.flatMap((row) => [row.owner, row.raised_by])
    return { rows, names: await findNames(tx, jurisdiction, { organisations }) }
  })
  const left = await leftOf(services, rows, now)
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
}

/** What is owed is for the two units to read; until when, for whoever sees the dispute. */
async function leftOf({ database, jurisdiction, rules }: Services, rows: readonly DisputeRow[], now: Date) {
  const open = rows.filter(({ state }) => state === 'open').map((row) => row.obligation_id)
  const owed = await database.asSystem(jurisdiction, (tx) => listObligationsById(tx, jurisdiction, open))
  return new Map(
    owed.map(({ id, opened_at, due_at }) => {
      const limit = { from: opened_at.getTime(), dueAt: due_at.getTime() }
      return [id, timeLeft(rules().calendar, limit, now.getTime())]
    }),
  )
}
