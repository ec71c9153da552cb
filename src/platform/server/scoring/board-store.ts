import type { Transaction } from '#platform/server/database/index.ts'
import { type LineRow, lineColumns } from './ledger-store.ts'

/** Months from one through another, `2026-01` to `2026-03`. */
export type Months = { readonly from: string; readonly through: string }

/** Whose accounts: all of a kind, or those of persons in units, and one's own. */
export type Accounts =
  | { readonly kind: 'unit' }
  | { readonly kind: 'person'; readonly units: readonly string[] | 'all'; readonly person: string }

/** The sums of an account: what it won and lost by lines that stand, and how many they are. */
export type Standing = {
  readonly subject: string
  /** The last unit, of a person. */
  readonly unit: string | null
  readonly won: number
  readonly lost: number
  readonly points: number
  readonly lines: number
}

// A reversal stands in the column of what it reverses: nobody wins points by an objection.
const sums = `coalesce(sum(l.points) filter (where (l.points > 0) = (l.reverses is null)), 0)::int as won,
  coalesce(sum(l.points) filter (where (l.points > 0) <> (l.reverses is null)), 0)::int as lost,
  coalesce(sum(l.points), 0)::int as points, count(*)::int as lines`

/** The board of a period, best first, of those accounts that have a line; only lines that the transaction may see count. */
export function listStandings(
  tx: Transaction,
  jurisdiction: string,
  accounts: Accounts,
  { from, through }: Months,
): Promise<Standing[]> {
  const units = accounts.kind === 'unit' || accounts.units === 'all' ? null : accounts.units
  return tx.prepared<Standing>(
    'scoring.list-standings',
    `select l.subject, (array_agg(l.unit order by l.at desc))[1] as unit, ${sums} from scoring.line l
      where l.jurisdiction_id = $1 and l.subject_kind = $2 and l.month between $3 and $4
        and ($5::text[] is null or l.unit = any($5) or l.subject = $6)
      group by l.subject order by points desc, won desc, l.subject limit 2000`,
    [jurisdiction, accounts.kind, from, through, units, accounts.kind === 'person' ? accounts.person : ''],
  )
}

/** What one matter brought an account; of a person, in the unit of the time. */
export type MatterSum = Pick<Standing, 'subject' | 'unit' | 'won' | 'lost' | 'points'> & {
  readonly kind: 'person' | 'unit'
}

/** What a matter (a plan, a hard case) brought each account that has a line of it; only lines that the transaction may see count. */
export function listMatterSums(tx: Transaction, jurisdiction: string, matter: string): Promise<MatterSum[]> {
  return tx.prepared<MatterSum>(
    'scoring.list-matter-sums',
    `select l.subject_kind as kind, l.subject, l.unit, ${sums} from scoring.line l
      where l.jurisdiction_id = $1 and l.matter = $2 group by l.subject_kind, l.subject, l.unit
      order by l.subject_kind, l.subject, l.unit`,
    [jurisdiction, matter],
  )
}

/** The lines of an account in a period, newest first. */
export function listAccountLines(
  tx: Transaction,
  jurisdiction: string,
  account: { readonly kind: 'person' | 'unit'; readonly subject: string },
  { from, through }: Months,
): Promise<LineRow[]> {
  return tx.prepared<LineRow>(
    'scoring.list-account-lines',
    `select ${lineColumns} from scoring.line l
      where l.jurisdiction_id = $1 and l.subject_kind = $2 and l.subject = $3 and l.month between $4 and $5
      order by l.at desc, l.place desc limit 1000`,
    [jurisdiction, account.kind, account.subject, from, through],
  )
}

/** The lines that stand on an entry: what a lamp or a plate brought, reversals with it. */
export function listLinesOn(tx: Transaction, jurisdiction: string, entries: readonly string[]): Promise<LineRow[]> {
  return tx.prepared<LineRow>(
    'scoring.list-lines-on',
    `with direct as (
      select l.id from scoring.line l where l.jurisdiction_id = $1 and l.entry = any($2::uuid[])
      union select l.id from scoring.line l where l.jurisdiction_id = $1 and l.group_key <> '' and l.group_key in (
        select c.group_key from scoring.counted c where c.jurisdiction_id = $1 and c.entry = any($2::uuid[])))
    select ${lineColumns} from scoring.line l
      where l.jurisdiction_id = $1 and (l.id in (select id from direct) or l.reverses in (select id from direct))
        and l.grounds && $2::uuid[] order by l.at, l.place`,
    [jurisdiction, entries],
  )
}

/** The things that entries were about which count only together, by entry. */
export function listCountedThings(
  tx: Transaction,
  jurisdiction: string,
  entries: readonly string[],
): Promise<{ entry: string; thing: string }[]> {
  return tx.prepared(
    'scoring.list-counted-things',
    `select distinct c.entry, c.fact ->> 'thing' as thing from scoring.counted c
      where c.jurisdiction_id = $1 and c.entry = any($2::uuid[])`,
    [jurisdiction, entries],
  )
}
