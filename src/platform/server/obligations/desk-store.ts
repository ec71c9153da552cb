import type { Transaction } from '#platform/server/database/index.ts'
import { countedOf, mostCounted, narrowsMuch, type Parameters, parametersFrom, poolOf } from './desk-pool-store.ts'
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

/** A page, and how many there are on all pages. */
export type DeskRows = DeskCount & { readonly rows: readonly ObligationRow[] }

/**
 * A page of what is still owed, most urgent first: by rung, then by deadline; and how many there are on all pages. Up to `most` are
 * counted, and found and sorted; where there are more, they are walked to in the order of urgency.
 */
export async function readDeskPage(
  tx: Transaction,
  jurisdiction: string,
  wanted: DeskWanted,
  most = mostCounted,
): Promise<DeskRows> {
  if (!narrowsMuch(wanted)) {
    const counted = await countDesk(tx, jurisdiction, wanted, most)
    if (counted.isMore) return { ...counted, rows: await walk(tx, jurisdiction, wanted) }
  }
  const found = await gather(tx, jurisdiction, wanted, most)
  return found.isMore ? { ...found, rows: await walk(tx, jurisdiction, wanted) } : found
}

/** What is still owed, most urgent first. */
export async function listDesk(
  tx: Transaction,
  jurisdiction: string,
  wanted: DeskWanted,
): Promise<readonly ObligationRow[]> {
  return (await readDeskPage(tx, jurisdiction, wanted)).rows
}

/**
 * How many a desk would list without its limit. Like all questions of desks it is composed anew and planned for what it asks: a large
 * unit is found in another way than a small one.
 */
export async function countDesk(
  tx: Transaction,
  jurisdiction: string,
  wanted: DeskWanted,
  most = mostCounted,
): Promise<DeskCount> {
  const parameters = parametersFrom(jurisdiction)
  const pool = countedOf(wanted, parameters)
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (${pool} limit ${parameters.add(most + 1)}) o`,
    parameters.values,
  )
  return countOf(row?.count ?? 0, most)
}

/** Finds what is wanted, counts and sorts it; the rows mean nothing where it is more than `most`. */
async function gather(tx: Transaction, jurisdiction: string, wanted: DeskWanted, most: number): Promise<DeskRows> {
  const parameters = parametersFrom(jurisdiction)
  const pool = `select * from (${poolOf(wanted, parameters)}) p limit ${parameters.add(most + 1)}`
  const rows = await tx.query<ObligationRow & { readonly count: number }>(
    `with pool as materialized (${pool}), first as (${firstOf(wanted, parameters)})
      select counted.count, o.* from (select count(*)::int from pool) counted left join (${fullRows}) o on true
      order by place`,
    parameters.values,
  )
  // where the page is empty, one row bears the count alone
  return { ...countOf(rows[0]?.count ?? 0, most), rows: rows.filter(({ id }) => id !== null) }
}

/** Goes through what is owed in the order of urgency until enough of it is wanted: for what is so much that some is always near. */
function walk(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<ObligationRow[]> {
  const parameters = parametersFrom(jurisdiction)
  return tx.query<ObligationRow>(
    `with pool as (${walkOf(wanted, parameters)}), first as (${firstOf(wanted, parameters)}) ${fullRows} order by place`,
    parameters.values,
  )
}

/** The first of a pool in the order of urgency. */
function firstOf({ after, limit }: DeskWanted, { add }: Parameters): string {
  const order = 'level desc, due_at, clock, id'
  const numbered = `select id, row_number() over (order by ${order})::int as place from pool`
  if (after === undefined) return `${numbered} order by ${order} limit ${add(limit)}`
  const [level, dueAt, clock, id] = [-after.level, after.dueAt, after.clock, after.id].map(add)
  return `${numbered} where (-level, due_at, clock, id) > (${level}::int, ${dueAt}::timestamptz, ${clock}::uuid, ${id}::uuid)
    order by ${order} limit ${add(limit)}`
}

/** What is first, with all of its columns. */
const fullRows = `select ${obligationColumns}, f.place from first f
  join obligations.obligation o on o.jurisdiction_id = $1 and o.id = f.id`

function countOf(found: number, most: number): DeskCount {
  return { count: Math.min(found, most), isMore: found > most }
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
