import { listPastFacts } from '#platform/server/casework/index.ts'
import type { PastCase } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

const most = 2000

/** The cases decided last by a model, told by their order alone: who tries a rule does not look at people. */
export async function readPastCases(services: Services, model: string): Promise<readonly PastCase[]> {
  const { jurisdiction, database, personalData } = services
  const matters = services
    .rules()
    .documents('matter')
    .filter(({ decision }) => decision?.model === model)
  if (matters.length === 0) return []
  const asked = { jurisdiction, matters: [...new Set(matters.map(({ id }) => id))], limit: most }
  const facts = await database.asSystem(jurisdiction, (tx) => listPastFacts(tx, personalData, asked))
  return facts.map((one, index) => ({ key: String(index + 1), facts: one }))
}
