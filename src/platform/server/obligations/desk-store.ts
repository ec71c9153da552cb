import type { Transaction } from '#platform/server/database/index.ts'
import { countedOf, mostCounted, nameOf, type Parameters, parametersFrom, poolOf } from './desk-pool-store.ts'
import { walkOf } from './desk-walk-store.ts'
import type { DeskWanted } from './desk-wanted.ts'
import { type ObligationRow, obligationColumns } from './obligation-row.ts'

/** Obligations by their ids. */
export function listObligationsById(
  tx: Transaction,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ObligationRow[]> {
  return tx.prepared<ObligationRow>(
    'obligations.list-by-id',
    `select ${obligationColumns} from obligations.obligation o where o.jurisdiction_id = $1 and o.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** How many there are; where there are more than are worth counting, at least so many. */
export type DeskCount = { readonly count: number; readonly isMore: boolean }

/**
 * A page of what is still owed, most urgent first: by rung, then by deadline; and how many there are on all pages. Up to `most` are
 * counted, and found and sorted; where there are more, they are walked to in the order of urgency.
 */
export async function readDeskPage(
  tx: Transaction,
  jurisdiction: string,
  wanted: DeskWanted,
  most = mostCounted,
): Promise<DeskCount & { readonly rows: ObligationRow[] }> {
  const counted = await countDesk(tx, jurisdiction, wanted, most)
  const rows = counted.isMore ? await walk(tx, jurisdiction, wanted) : await gather(tx, jurisdiction, wanted)
  return { ...counted, rows }
}

/** What is still owed, most urgent first. */
export async function listDesk(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<ObligationRow[]> {
  if (wanted.person !== undefined) return gather(tx, jurisdiction, wanted)
  return (await readDeskPage(tx, jurisdiction, wanted)).rows
}

/** How many a desk would list without its limit. */
export async function countDesk(
  tx: Transaction,
  jurisdiction: string,
  wanted: DeskWanted,
  most = mostCounted,
): Promise<DeskCount> {
  const { after: _, ...all } = wanted
  const parameters = parametersFrom(jurisdiction)
  const pool = countedOf(all, parameters)
  const [row] = await tx.prepared<{ count: number }>(
    nameOf('count', all),
    `select count(*)::int as count from (${pool} limit ${parameters.add(most + 1)}) o`,
    parameters.values,
  )
  const count = row?.count ?? 0
  return { count: Math.min(count, most), isMore: count > most }
}

/** Finds what is wanted and sorts it: for what is not very much. */
function gather(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<ObligationRow[]> {
  const parameters = parametersFrom(jurisdiction)
  const pool = poolOf(wanted, parameters)
  return listFirst(tx, { name: nameOf('gather', wanted), pool, parameters, wanted })
}

/** Goes through what is owed in the order of urgency until enough of it is wanted: for what is so much that some is always near. */
function walk(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<ObligationRow[]> {
  const parameters = parametersFrom(jurisdiction)
  const pool = walkOf(wanted, parameters)
  return listFirst(tx, { name: nameOf('walk', wanted), pool, parameters, wanted })
}

type Pool = {
  readonly name: string
  /** A query for id, rung, deadline and clock. */
  readonly pool: string
  readonly parameters: Parameters
  readonly wanted: DeskWanted
}

/** The first of a pool in the order of urgency, all of their columns. */
function listFirst(tx: Transaction, { name, pool, parameters, wanted }: Pool): Promise<ObligationRow[]> {
  const { add, values } = parameters
  const { after, limit } = wanted
  const beyond = after && [-after.level, after.dueAt, after.clock, after.id].map(add)
  const [level, dueAt, clock, id] = beyond ?? []
  return tx.prepared<ObligationRow>(
    name,
    `with pool as (${pool}), first as (
        select * from pool ${beyond ? `where (-level, due_at, clock, id) > (${level}::int, ${dueAt}::timestamptz, ${clock}::uuid, ${id}::uuid)` : ''}
        order by level desc, due_at, clock, id limit ${add(limit)})
      select ${obligationColumns} from first f join obligations.obligation o on o.jurisdiction_id = $1 and o.id = f.id
      order by f.level desc, f.due_at, f.clock, f.id`,
    values,
  )
}

/** Who owes something that is late or due before an instant; units where nobody is named. */
export async function listDebtors(
  tx: Transaction,
  jurisdiction: string,
  dueBefore: Date,
): Promise<readonly { readonly organisation: string; readonly person: string | null }[]> {
  return await tx.prepared(
    'obligations.list-debtors',
    `select distinct o.debtor_organisation as organisation, o.debtor_person as person from obligations.obligation o
      where o.jurisdiction_id = $1 and o.state = 'open' and o.paused_at is null and o.due_at < $2`,
    [jurisdiction, dueBefore],
  )
}
