import type { Transaction } from '#platform/server/database/index.ts'
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

/** Which obligations a desk wants; what is undefined does not narrow it. */
export type DeskWanted = {
  /** Units that owe; where `person` is given too, what names nobody in those units counts as well. */
  readonly debtors?: readonly string[] | undefined
  readonly person?: string | undefined
  /** Only what names nobody. */
  readonly unnamed?: true
  /** Who leads, and so takes most answers. */
  readonly leads?: readonly string[] | undefined
  readonly holder?: string | undefined
  readonly kinds?: readonly string[] | undefined
  readonly ladder?: string | undefined
  readonly state?: 'open' | 'submitted' | undefined
  /** At least on this rung as last recorded. */
  readonly level?: number | undefined
  /** Due before this instant. */
  readonly dueBefore?: Date | undefined
  readonly search?: string | undefined
  readonly limit: number
}

const wantedOf = `o.jurisdiction_id = $1 and o.state in ('open', 'submitted')
    and ($2::text[] is null or o.debtor_organisation = any($2) and ($3::uuid is null or o.debtor_person is null)
      or $3::uuid is not null and o.debtor_person = $3)
    and ($2::text[] is not null or $3::uuid is null or o.debtor_person = $3)
    and ($4::text[] is null or o.lead_organisation = any($4)) and ($5::text is null or o.holder_organisation = $5)
    and ($6::text[] is null or o.kind = any($6)) and ($7::text is null or o.ladder = $7)
    and ($8::text is null or o.state = $8) and o.level >= $9 and ($10::timestamptz is null or o.due_at < $10)
    and ($11::text is null or o.title like $11)
    and ($12::boolean is null or o.debtor_person is null)`

/** What is still owed, most urgent first: by rung, then by deadline. */
export function listDesk(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<ObligationRow[]> {
  return tx.prepared<ObligationRow>(
    'obligations.list-desk',
    `select ${obligationColumns} from obligations.obligation o where ${wantedOf}
      order by o.level desc, o.due_at, o.id limit $13`,
    [...valuesOf(jurisdiction, wanted), wanted.limit],
  )
}

/** How many a desk would list without its limit. */
export async function countDesk(tx: Transaction, jurisdiction: string, wanted: DeskWanted): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'obligations.count-desk',
    `select count(*)::int as count from obligations.obligation o where ${wantedOf}`,
    valuesOf(jurisdiction, wanted),
  )
  return row?.count ?? 0
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

function valuesOf(jurisdiction: string, wanted: DeskWanted): readonly unknown[] {
  return [
    jurisdiction,
    wanted.debtors ?? null,
    wanted.person ?? null,
    wanted.leads ?? null,
    wanted.holder ?? null,
    wanted.kinds ?? null,
    wanted.ladder ?? null,
    wanted.state ?? null,
    wanted.level ?? 0,
    wanted.dueBefore ?? null,
    wanted.search === undefined ? null : `%${wanted.search.replace(/[\\%_]/g, '\\$&')}%`,
    wanted.unnamed ?? null,
  ]
}
