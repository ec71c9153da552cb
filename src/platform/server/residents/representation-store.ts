import type { PersonId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Represented } from './domain/representation-rules.ts'
import { type MandateRow, mandateColumns } from './mandate-store.ts'

/** A representation as kept. */
export type RepresentationRow = Represented & {
  readonly id: string
  /** That of the stream `residents.representation/<id>`. */
  readonly version: number
  readonly resident_id: PersonId
  readonly name: string
  readonly began_at: Date
}

const columns = 'id, version, resident_id, code, name, began_at, confirmed_at, ended_at'

/** The open representations of a resident, and of whoever else represents enterprises. */
export function listOpen(
  tx: Transaction,
  jurisdiction: string,
  sought: { readonly resident: PersonId; readonly codes: readonly string[] },
): Promise<RepresentationRow[]> {
  return tx.prepared<RepresentationRow>(
    'residents.open-representations',
    `select ${columns} from residents.representation
      where jurisdiction_id = $1 and ended_at is null and (resident_id = $2 or code = any($3)) order by name, id`,
    [jurisdiction, sought.resident, sought.codes],
  )
}

/** An enterprise for which somebody acts: as its representative or, where `mandate` tells, under a mandate of the representative. */
export type StandingRow = Pick<
  RepresentationRow,
  'id' | 'resident_id' | 'code' | 'name' | 'confirmed_at' | 'ended_at'
> & {
  readonly mandate: string | null
  /** What the mandate names; null is all. */
  readonly matters: readonly string[] | null
  readonly until: Date | null
}

/** For which enterprises somebody stands at an instant, by an open representation and, as 经办人, by a mandate in force. */
export function listStanding(
  tx: Transaction,
  jurisdiction: string,
  who: { readonly person: string; readonly at: Date },
): Promise<StandingRow[]> {
  return tx.prepared<StandingRow>(
    'residents.standing-for-enterprises',
    `select id, resident_id, code, name, confirmed_at, ended_at, null::uuid as mandate, null::text[] as matters, null::timestamptz as until
        from residents.representation where jurisdiction_id = $1 and resident_id = $2 and ended_at is null
      union all
      select r.id, r.resident_id, r.code, r.name, r.confirmed_at, r.ended_at, m.id, m.matters, m.ends_at
        from residents.mandate m
        join residents.representation r on r.jurisdiction_id = m.jurisdiction_id and r.id = m.representation_id
        where m.jurisdiction_id = $1 and m.helper_id = $2 and m.helper_kind = 'resident' and r.ended_at is null
          and m.given_at <= $3 and m.ends_at > $3 and m.withdrawn_at is null
      order by name, mandate nulls first`,
    [jurisdiction, who.person, who.at],
  )
}

/** Who acts for an enterprise, and in which matters; null is all. */
export type ActingRow = { readonly person: PersonId; readonly code: string; readonly matters: readonly string[] | null }

/** Who acts for enterprises at an instant: their representatives on record, and residents by a mandate in force. */
export function listActingRows(
  tx: Transaction,
  jurisdiction: string,
  { codes, at }: { readonly codes: readonly string[]; readonly at: Date },
): Promise<ActingRow[]> {
  return tx.prepared<ActingRow>(
    'residents.acting-for-enterprises',
    `select resident_id as person, code, null::text[] as matters
        from residents.representation where jurisdiction_id = $1 and code = any($2) and ended_at is null
      union all
      select m.helper_id, r.code, m.matters
        from residents.representation r
        join residents.mandate m on m.jurisdiction_id = r.jurisdiction_id and m.representation_id = r.id
        where r.jurisdiction_id = $1 and r.code = any($2) and r.ended_at is null and m.helper_kind = 'resident'
          and m.given_at <= $3 and m.ends_at > $3 and m.withdrawn_at is null`,
    [jurisdiction, codes, at],
  )
}

/** The mandates under representations that are in force at an instant. */
export function listResting(
  tx: Transaction,
  jurisdiction: string,
  on: { readonly representations: readonly string[]; readonly at: Date },
): Promise<MandateRow[]> {
  return tx.prepared<MandateRow>(
    'residents.mandates-resting',
    `select ${mandateColumns} from residents.mandate
      where jurisdiction_id = $1 and representation_id = any($2::uuid[]) and ends_at > $3 and withdrawn_at is null`,
    [jurisdiction, on.representations, on.at],
  )
}

/** Puts a representation on record. */
export function insertRepresentation(jurisdiction: string, row: RepresentationRow): Statement {
  return {
    name: 'residents.insert-representation',
    text: `insert into residents.representation (jurisdiction_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[jurisdiction, row.id, row.version, row.resident_id, row.code, row.name],
      ...[row.began_at, row.confirmed_at, row.ended_at],
    ],
  }
}

/** Notes that the register confirmed a representation, or that it ended. */
export function turnRepresentation(jurisdiction: string, row: RepresentationRow): Statement {
  return {
    name: 'residents.turn-representation',
    text: `update residents.representation set version = $3, confirmed_at = $4, ended_at = $5 where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, row.id, row.version, row.confirmed_at, row.ended_at],
  }
}
