import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { MandateTerms } from './domain/mandate-rules.ts'

/** A mandate as kept. */
export type MandateRow = MandateTerms & {
  readonly id: string
  readonly version: number
  readonly resident_id: PersonId
  readonly resident_name: string
  readonly helper_kind: 'resident' | 'official'
  readonly helper_id: PersonId
  readonly helper_post: PostId | null
  readonly helper_name: string
  readonly consent: 'session' | 'code' | 'form'
  readonly consent_file: string | null
  /** Where it lets act for an enterprise: the representation that it rests on, and the enterprise's name. */
  readonly representation_id: string | null
  readonly enterprise_name: string | null
}

/** The columns of `MandateRow`. */
export const mandateColumns = `id, version, resident_id, resident_name, helper_kind, helper_id, helper_post, helper_name, matters, consent,
  consent_file, given_at, ends_at, withdrawn_at, representation_id, enterprise_name`

/** The mandates that a resident gave a helper for their own matters, newest first. */
export function listBetween(
  tx: Transaction,
  jurisdiction: string,
  between: { readonly resident: PersonId; readonly helper: PersonId },
): Promise<MandateRow[]> {
  return tx.prepared<MandateRow>(
    'residents.mandates-between',
    `select ${mandateColumns} from residents.mandate where jurisdiction_id = $1 and resident_id = $2 and helper_id = $3
        and representation_id is null order by given_at desc, id desc limit 50`,
    [jurisdiction, between.resident, between.helper],
  )
}

/** What somebody has given and was given, newest first. */
export function listMandates(tx: Transaction, jurisdiction: string, person: PersonId): Promise<MandateRow[]> {
  return tx.prepared<MandateRow>(
    'residents.list-mandates',
    `select ${mandateColumns} from residents.mandate where jurisdiction_id = $1 and (resident_id = $2 or helper_id = $2)
      order by given_at desc, id desc limit 200`,
    [jurisdiction, person],
  )
}

/** A mandate by id. */
export async function findMandate(tx: Transaction, jurisdiction: string, id: string): Promise<MandateRow | undefined> {
  const [row] = await tx.prepared<MandateRow>(
    'residents.find-mandate',
    `select ${mandateColumns} from residents.mandate where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** Keeps a mandate. */
export function insertMandate(jurisdiction: string, row: MandateRow): Statement {
  return {
    name: 'residents.insert-mandate',
    text: `insert into residents.mandate (jurisdiction_id, ${mandateColumns})
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: [
      ...[jurisdiction, row.id, row.version, row.resident_id, row.resident_name, row.helper_kind, row.helper_id],
      ...[row.helper_post, row.helper_name, row.matters, row.consent, row.consent_file],
      ...[row.given_at, row.ends_at, row.withdrawn_at, row.representation_id, row.enterprise_name],
    ],
  }
}

/** Ends a mandate before its time. */
export function withdrawMandate(jurisdiction: string, id: string, at: Date, version: number): Statement {
  return {
    name: 'residents.withdraw-mandate',
    text: 'update residents.mandate set withdrawn_at = $3, version = $4 where jurisdiction_id = $1 and id = $2',
    values: [jurisdiction, id, at, version],
  }
}
