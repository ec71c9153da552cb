import { v5 as uuidFrom } from 'uuid'
import { listDocuments, type PointRule } from '#platform/server/county/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { defineProjection, type Projection, type SealedEntry } from '#platform/server/journal/index.ts'
import { groupsOf, openBooks } from './domain/books.ts'
import type { Told } from './domain/fact.ts'
import { clearBooks, readBooks, writeBooks } from './ledger-store.ts'

/** What a scenario brings to the ledger: which entries it reads, and which facts it reads out of them. */
export type ScoreSource = {
  /** Stable, as the scenario's id: `projects`. */
  readonly id: string
  /** Raise it when the same entries would give other facts. */
  readonly version: number
  /** Kinds of entries. */
  readonly entries: readonly string[]
  /** Kinds of facts that it may tell, with what they are in Chinese; a county's `points.yaml` counts them by these names. */
  readonly facts: Readonly<Record<string, string>>
  read(entry: SealedEntry): Told
}

/**
 * The ledger of a source as a projection of the record: exactly once, and the same lines when it is made again. Rules are those of
 * the county as last applied; each fact is judged by the version in force at its instant.
 * @example `projections: [scoreProjection(scores)]`
 */
export function scoreProjection(source: ScoreSource): Projection {
  return defineProjection({
    name: `scoring.${source.id}`,
    version: source.version,
    kinds: source.entries,
    reset: (tx) => clearBooks(tx, source.id),
    handle: (tx, entries) => post(tx, source, entries),
  })
}

async function post(tx: Transaction, source: ScoreSource, entries: readonly SealedEntry[]): Promise<void> {
  const told = entries.map((entry) => source.read(entry))
  const facts = told.flatMap((one) => one.facts)
  const voids = told.flatMap(({ reversals }) => reversals.map((one) => one.voids))
  const jurisdiction = entries[0]?.jurisdiction
  if (jurisdiction === undefined || (facts.length === 0 && voids.length === 0)) return
  const rules = await listDocuments<PointRule>(tx, jurisdiction, 'point-rule')
  const account = { jurisdiction, source: source.id }
  const groups = [...new Set(facts.flatMap((fact) => groupsOf(rules, fact)))]
  const wanted = { entries: [...facts.map(({ entry }) => entry), ...voids], voids, groups }
  const { places, ...known } = await readBooks(tx, account, wanted)
  const books = openBooks(rules, known, idOf)
  for (const one of told) {
    for (const fact of one.facts) books.post(fact)
    for (const reversal of one.reversals) books.reverse(reversal)
  }
  await writeBooks(tx, account, books.posted(), places)
}

const lines = '4f6d8a12-7c3b-5e9f-9d21-6b0e8f5a1c34'

function idOf(name: readonly string[]): string {
  return uuidFrom(name.join('/'), lines)
}
