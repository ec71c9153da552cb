import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A look at a value in clear. */
export type PersonalLook = {
  readonly id: string
  readonly subject: string
  readonly field: string
  readonly person_id: string
  readonly post_id: string
  readonly organisation_id: string
  readonly reason: string
  readonly at: Date
  readonly readers: readonly string[] | null
}

const shown = 50

/** Who saw values of a thing in clear, newest first, the last fifty. */
export function listPersonalLooks(tx: Transaction, jurisdiction: string, subject: string): Promise<PersonalLook[]> {
  return tx.prepared<PersonalLook>(
    'personal.list-looks',
    `select id, subject, field, person_id, post_id, organisation_id, reason, at, readers from personal.look
      where jurisdiction_id = $1 and subject = $2 order by at desc, id desc limit ${shown}`,
    [jurisdiction, subject],
  )
}

/** Puts a look on record. */
export function insertLook(jurisdiction: string, look: PersonalLook): Statement {
  return {
    name: 'personal.insert-look',
    text: `insert into personal.look (jurisdiction_id, id, subject, field, person_id, post_id, organisation_id, reason, at, readers)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ...[jurisdiction, look.id, look.subject, look.field, look.person_id, look.post_id, look.organisation_id],
      ...[look.reason, look.at, look.readers],
    ],
  }
}
