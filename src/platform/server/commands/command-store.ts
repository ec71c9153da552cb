import type { Statement } from './decision.ts'

/** A receipt as it was kept. */
export type Receipt = {
  readonly person_id: string
  readonly key: string
  readonly route: string
  readonly input_digest: Buffer
  readonly answer: unknown
}

/** Whose key. */
export type ReceiptKey = { readonly person: string; readonly key: string }

/** Finds the receipts of keys. */
export function findReceipts(jurisdiction: string, keys: readonly ReceiptKey[]): Statement {
  return {
    name: 'commands.find-receipts',
    text: `select r.person_id, r.key, r.route, r.input_digest, r.answer
      from unnest($2::uuid[], $3::text[]) as wanted (person_id, key)
      join commands.receipt r on r.jurisdiction_id = $1 and r.person_id = wanted.person_id and r.key = wanted.key`,
    values: [jurisdiction, keys.map(({ person }) => person), keys.map(({ key }) => key)],
  }
}

/** The answer of a command, to be kept under its key. */
export type NewReceipt = ReceiptKey & {
  readonly route: string
  readonly digest: Buffer
  readonly answer: unknown
  readonly at: Date
}

/** Keeps receipts; fails where a key is taken. */
export function keepReceipts(jurisdiction: string, receipts: readonly NewReceipt[]): Statement {
  return {
    name: 'commands.keep-receipts',
    text: `insert into commands.receipt (jurisdiction_id, person_id, key, route, input_digest, answer, at)
      select $1, r.person, r.key, r.route, decode(r.digest, 'hex'), r.answer, r.at
      from jsonb_to_recordset($2::jsonb) as r(person uuid, key text, route text, digest text, answer jsonb, at timestamptz)`,
    values: [jurisdiction, JSON.stringify(receipts.map((one) => ({ ...one, digest: one.digest.toString('hex') })))],
  }
}
