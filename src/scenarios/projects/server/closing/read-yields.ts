import type { Transaction } from '#platform/server/database/index.ts'
import { listPlanPlates } from '#platform/server/plans/plates/index.ts'
import { listMatterSums } from '#platform/server/scoring/index.ts'
import type { ProjectYield } from '../../contract/life.ts'
import type { EvaluationRow } from './evaluation-store.ts'

type Whose = Pick<EvaluationRow, 'subject' | 'organisation' | 'person'>

/** Reads what a project brought people and units, in points of the ledger and in plates. */
export async function readYields(tx: Transaction, jurisdiction: string, project: string) {
  const [sums, plates] = await Promise.all([
    listMatterSums(tx, jurisdiction, project),
    listPlanPlates(tx, jurisdiction, project),
  ])
  return ({ subject, organisation, person }: Whose): ProjectYield => {
    const own = sums.filter((sum) =>
      subject === 'person'
        ? sum.kind === 'person' && sum.subject === person && sum.unit === organisation
        : sum.kind === 'unit' && sum.subject === organisation,
    )
    const sumOf = (pick: (sum: (typeof own)[number]) => number) => own.reduce((all, sum) => all + pick(sum), 0)
    const given = plates.filter((plate) => plate.organisation === organisation)
    const count = (colour: string) => given.filter((plate) => plate.colour === colour).length
    return {
      won: sumOf(({ won }) => won),
      lost: sumOf(({ lost }) => lost),
      points: sumOf(({ points }) => points),
      plates: subject === 'person' ? null : { green: count('green'), yellow: count('yellow'), red: count('red') },
    }
  }
}
