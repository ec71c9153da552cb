import type { Transaction } from '#platform/server/database/index.ts'
import type { CodesBefore } from './domain/code-rules.ts'

/** What a code is for: signing in, the consent to the thing that `about` names, or a new phone for the person that it names. */
export type CodePurpose = { readonly purpose: 'sign-in' | 'mandate' | 'phone-change'; readonly about: string }

/** A code as it is kept. */
export type CodeRow = CodePurpose & {
  readonly id: string
  readonly phoneHash: Buffer
  readonly codeHash: Buffer
  readonly address: string
  readonly sentAt: Date
  readonly endsAt: Date
}

/** Makes others who ask for the same phone wait until this transaction ends, so that limits are counted one after the other. */
export async function lockPhone(tx: Transaction, jurisdiction: string, phoneHash: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `resident-code ${jurisdiction} ${phoneHash.toString('hex')}`,
  ])
}

/** When codes were sent since an instant. */
export async function listSent(
  tx: Transaction,
  jurisdiction: string,
  asked: { readonly phoneHash: Buffer; readonly address: string; readonly since: Date },
): Promise<CodesBefore> {
  const { phoneHash, address, since } = asked
  const [phone, from] = await Promise.all([
    tx.query<{ at: Date }>(
      `select sent_at as at from auth.resident_code
        where jurisdiction_id = $1 and phone_hash = $2 and sent_at > $3 order by sent_at desc limit 20`,
      [jurisdiction, phoneHash, since],
    ),
    tx.query<{ at: Date }>(
      `select sent_at as at from auth.resident_code
        where jurisdiction_id = $1 and address = $2 and sent_at > $3 order by sent_at desc limit 100`,
      [jurisdiction, address, since],
    ),
  ])
  return { phone: phone.map(({ at }) => at), address: from.map(({ at }) => at) }
}

/** Keeps a code that is about to be sent. */
export async function insertCode(tx: Transaction, jurisdiction: string, row: CodeRow): Promise<void> {
  const { id, purpose, about, phoneHash, codeHash, address, sentAt, endsAt } = row
  await tx.query(
    `insert into auth.resident_code (jurisdiction_id, id, purpose, about, phone_hash, code_hash, address, sent_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdiction, id, purpose, about, phoneHash, codeHash, address, sentAt, endsAt],
  )
}

/** Takes one guess at the last code of a phone for a purpose; nothing where there is none that counts. */
export async function takeGuess(
  tx: Transaction,
  jurisdiction: string,
  guess: CodePurpose & { readonly phoneHash: Buffer; readonly now: Date; readonly tries: number },
): Promise<{ readonly id: string; readonly codeHash: Buffer } | undefined> {
  const [row] = await tx.query<{ id: string; codeHash: Buffer }>(
    `update auth.resident_code c set tries = c.tries + 1
      where c.jurisdiction_id = $1 and c.tries < $6 and c.used_at is null and c.ends_at > $5 and c.id = (
        select last.id from auth.resident_code last
        where last.jurisdiction_id = $1 and last.phone_hash = $2 and last.purpose = $3 and last.about = $4
        order by last.sent_at desc, last.id desc limit 1)
      returning c.id, c.code_hash as "codeHash"`,
    [jurisdiction, guess.phoneHash, guess.purpose, guess.about, guess.now, guess.tries],
  )
  return row
}

/** Uses a code up; false where somebody else has used it. */
export async function spendCode(tx: Transaction, jurisdiction: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update auth.resident_code set used_at = $3 where jurisdiction_id = $1 and id = $2 and used_at is null returning 1`,
    [jurisdiction, id, now],
  )
  return rows.length === 1
}
