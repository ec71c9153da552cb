import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** How a face check ended. */
export type FaceOutcome = 'passed' | 'failed' | 'timed-out'

/** A face check as it is kept: no picture, no feature, no score. */
export type FaceRow = {
  readonly id: string
  readonly holder: string
  readonly readers: readonly string[]
  readonly purpose: string
  readonly asked_at: Date
  readonly ended_at: Date | null
  readonly outcome: FaceOutcome | null
  readonly session: string | null
  readonly attempt: number
  readonly version: number
}

const columns = 'id, holder, readers, purpose, asked_at, ended_at, outcome, session, attempt, version'

/** Makes others who begin a check for the same holder wait until this transaction ends, so that they are counted one after the other. */
export async function lockFaceChecks(tx: Transaction, jurisdiction: string, holder: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`face-check ${jurisdiction} ${holder}`])
}

/** A check that the transaction may see. */
export async function findFaceCheck(tx: Transaction, jurisdiction: string, id: string): Promise<FaceRow | undefined> {
  const [row] = await tx.prepared<FaceRow>(
    'credentials.find-face-check',
    `select ${columns} from credentials.face_check where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** How many checks of a holder were begun since an instant. */
export async function countFaceChecks(tx: Transaction, jurisdiction: string, holder: string, since: Date) {
  const [row] = await tx.prepared<{ count: number }>(
    'credentials.count-face-checks',
    `select count(*)::int as count from credentials.face_check
      where jurisdiction_id = $1 and holder = $2 and asked_at >= $3`,
    [jurisdiction, holder, since],
  )
  return row?.count ?? 0
}

/** When a holder last passed, between two instants. */
export async function findLastPassed(
  tx: Transaction,
  jurisdiction: string,
  holder: string,
  { since, until }: { readonly since: Date; readonly until: Date },
): Promise<Date | undefined> {
  const [row] = await tx.prepared<{ ended_at: Date }>(
    'credentials.last-passed',
    `select ended_at from credentials.face_check where jurisdiction_id = $1 and holder = $2 and outcome = 'passed'
        and ended_at >= $3 and ended_at <= $4 order by ended_at desc limit 1`,
    [jurisdiction, holder, since, until],
  )
  return row?.ended_at
}

/** Puts a check on record. */
export function insertFaceCheck(
  jurisdiction: string,
  row: Omit<FaceRow, 'ended_at' | 'outcome' | 'version'>,
): Statement {
  return {
    name: 'credentials.insert-face-check',
    text: `insert into credentials.face_check (jurisdiction_id, id, holder, readers, purpose, asked_at, session, attempt, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
    values: [jurisdiction, row.id, row.holder, row.readers, row.purpose, row.asked_at, row.session, row.attempt],
  }
}

/** Writes how a check ended, with the digest of the service's token; what it was asked by is taken away. */
export function endFaceCheck(
  jurisdiction: string,
  id: string,
  { outcome, token, at }: { readonly outcome: FaceOutcome; readonly token: Buffer | null; readonly at: Date },
): Statement {
  return {
    name: 'credentials.end-face-check',
    text: `update credentials.face_check set outcome = $3, token = $4, ended_at = $5, session = null, version = version + 1
      where jurisdiction_id = $1 and id = $2 and ended_at is null`,
    values: [jurisdiction, id, outcome, token, at],
  }
}
