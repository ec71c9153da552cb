import { readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { counts, isDue } from './domain/representation-rules.ts'
import { type ActingRow, listActingRows, listStanding, type StandingRow } from './representation-store.ts'

/** An enterprise for which somebody acts now. */
export type ActsFor = {
  readonly representation: string
  /** Unified social credit code. */
  readonly code: string
  readonly name: string
  /** Its legal representative, or somebody whom the representative let act for it. */
  readonly as: 'representative' | 'agent'
  /** Null is all. */
  readonly matters: readonly string[] | null
  readonly until: Date | null
  /** When the register of enterprises last said so. */
  readonly confirmedAt: Date
  /** Whether what the register said has grown too old to count; it is asked again by `confirmEnterprises`. */
  readonly counts: boolean
  readonly isDue: boolean
}

/** The enterprises for which a resident acts at an instant, those whose confirmation has grown old included. */
export async function listEnterprises(
  tx: Transaction,
  jurisdiction: string,
  who: { readonly person: PersonId; readonly at: Date },
): Promise<readonly ActsFor[]> {
  const rows = await listStanding(tx, jurisdiction, who)
  return rows.map((row) => actsFor(row, who.at))
}

/**
 * As whom somebody may do a matter for an enterprise at an instant; undefined where they may not. To be asked inside the transaction that acts
 * on it, one that sees what the platform sees.
 */
export async function enterpriseFor(
  tx: Transaction,
  jurisdiction: string,
  asked: { readonly person: PersonId; readonly code: string; readonly matter: string; readonly at: Date },
): Promise<ActsFor | undefined> {
  const all = await listEnterprises(tx, jurisdiction, asked)
  return all.find(
    ({ code, matters, ...one }) => one.counts && code === asked.code && (matters?.includes(asked.matter) ?? true),
  )
}

/** Under which names somebody stands among the readers of rows: an enterprise whole or, for named matters, those alone. */
export function readersFor(standing: readonly ActsFor[]): readonly OrganisationId[] {
  return standing
    .filter((one) => one.counts)
    .flatMap(
      ({ code, matters }) => matters?.map((matter) => readerOfEnterprise(code, matter)) ?? [readerOfEnterprise(code)],
    )
}

/**
 * Who acts for enterprises at an instant, by the reader as which they do (`readerOfEnterprise`); who acts in everything is not named for a
 * matter again. The register is not asked: whoever it names no longer is among them until somebody asks it, so tell nothing by this that
 * `listEnterprises` would not show.
 */
export async function listActing(
  tx: Transaction,
  jurisdiction: string,
  asked: { readonly codes: readonly string[]; readonly at: Date },
): Promise<ReadonlyMap<OrganisationId, readonly PersonId[]>> {
  const rows = await listActingRows(tx, jurisdiction, asked)
  const wholly = new Set(rows.filter(({ matters }) => matters === null).map(placeOf))
  const named = rows.flatMap((row) => {
    if (row.matters === null) return [{ reader: readerOfEnterprise(row.code), person: row.person }]
    if (wholly.has(placeOf(row))) return []
    return row.matters.map((matter) => ({ reader: readerOfEnterprise(row.code, matter), person: row.person }))
  })
  const byReader = Map.groupBy(named, ({ reader }) => reader)
  return new Map([...byReader].map(([reader, all]) => [reader, [...new Set(all.map(({ person }) => person))]]))
}

const placeOf = ({ code, person }: ActingRow) => `${code} ${person}`

function actsFor(row: StandingRow, at: Date): ActsFor {
  const { id, code, name, mandate, matters, until, confirmed_at } = row
  return {
    ...{ representation: id, code, name, as: mandate === null ? 'representative' : 'agent', matters, until },
    ...{ confirmedAt: confirmed_at, counts: counts(row, at), isDue: isDue(row, at) },
  }
}
