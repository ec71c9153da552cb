import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A value as it is kept; null once it was erased. */
export type PersonalValue = {
  readonly subject: string
  readonly field: string
  readonly value: string | null
  readonly kept_at: Date
  readonly erased_at: Date | null
  readonly readers: readonly string[] | null
  readonly version: number
}

/** The values kept for some things, those that the transaction may see. A look at one that is shown must be on record before. */
export function listPersonal(
  tx: Transaction,
  jurisdiction: string,
  subjects: readonly string[],
): Promise<PersonalValue[]> {
  return tx.prepared<PersonalValue>(
    'personal.list',
    `select subject, field, value, kept_at, erased_at, readers, version from personal.value
      where jurisdiction_id = $1 and subject = any($2)`,
    [jurisdiction, subjects],
  )
}

/** Keeps a value. */
export function insertValue(jurisdiction: string, row: PersonalValue): Statement {
  return {
    name: 'personal.insert-value',
    text: `insert into personal.value (jurisdiction_id, subject, field, value, kept_at, readers, version)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [jurisdiction, row.subject, row.field, row.value, row.kept_at, row.readers, row.version],
  }
}

/** Lets values of a thing be read by more. */
export function widenPersonal(jurisdiction: string, subject: string, readers: readonly string[]): Statement {
  return {
    name: 'personal.widen',
    text: 'update personal.value set readers = $3 where jurisdiction_id = $1 and subject = $2 and readers is not null',
    values: [jurisdiction, subject, readers],
  }
}

/** Takes a value away for good. */
export async function eraseValue(tx: Transaction, jurisdiction: string, row: PersonalValue, at: Date): Promise<void> {
  await tx.query(
    `update personal.value set value = null, erased_at = $4, version = $5
      where jurisdiction_id = $1 and subject = $2 and field = $3`,
    [jurisdiction, row.subject, row.field, at, row.version + 1],
  )
}
