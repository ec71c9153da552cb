import type { Transaction } from '#platform/server/database/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { openContents } from './contents.ts'

/** Facts that a decision table judged, by the names of its inputs, without anything that says whose they are. */
export type PastFacts = Readonly<Record<string, unknown>>

type Grounds = { readonly facts?: readonly { readonly name: string; readonly value: unknown }[] } | null

/** The facts of the cases of some matters that were decided last, the newest first; for trying rules, not for looking at people. */
export async function listPastFacts(
  tx: Transaction,
  personal: PersonalData,
  {
    jurisdiction,
    matters,
    limit,
  }: { readonly jurisdiction: string; readonly matters: readonly string[]; readonly limit: number },
): Promise<PastFacts[]> {
  const rows = await tx.query<{ id: string; sealed: Buffer }>(
    `select id, sealed from casework.case_file
     where jurisdiction_id = $1 and matter = any($2) and state in ('granted', 'rejected')
     order by submitted_at desc limit $3`,
    [jurisdiction, matters, limit],
  )
  return rows.flatMap(({ id, sealed }) => {
    const { facts = [] } = (openContents(personal, id, sealed).grounds as Grounds) ?? {}
    return facts.length === 0 ? [] : [Object.fromEntries(facts.map(({ name, value }) => [name, value]))]
  })
}
