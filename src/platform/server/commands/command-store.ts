import type { Statement } from './decision.ts'

/** A receipt as it was kept. */
export type Receipt = { readonly route: string; readonly input_digest: Buffer; readonly answer: unknown }

/** Finds the receipt of a key. */
export function findReceipt(jurisdiction: string, person: string, key: string): Statement {
  return {
    name: 'commands.find-receipt',
    text: 'select route, input_digest, answer from commands.receipt where jurisdiction_id = $1 and person_id = $2 and key = $3',
    values: [jurisdiction, person, key],
  }
}

/** Keeps the answer of a command under its key; fails where the key is taken. */
export function keepReceipt(receipt: {
  readonly jurisdiction: string
  readonly person: string
  readonly key: string
  readonly route: string
  readonly digest: Buffer
  readonly answer: unknown
  readonly at: Date
}): Statement {
  return {
    name: 'commands.keep-receipt',
    text: `insert into commands.receipt (jurisdiction_id, person_id, key, route, input_digest, answer, at)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    values: [
      receipt.jurisdiction,
      receipt.person,
      receipt.key,
      receipt.route,
      receipt.digest,
      JSON.stringify(receipt.answer),
      receipt.at,
    ],
  }
}
