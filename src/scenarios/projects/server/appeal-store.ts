import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An objection as it is stored. */
export type AppealRow = {
  readonly id: string
  readonly node_id: string | null
  readonly plate_id: string | null
  readonly evaluation_id: string | null
  /** The colour of the lamp or plate objected to. */
  readonly lamp: string
  /** The entry that gave it. */
  readonly entry_id: string | null
  /** Who owes the answer. */
  readonly acceptor: string
  readonly person_id: string
  readonly post_id: string
  readonly reason: string
  readonly state: 'open' | 'upheld' | 'rejected'
  readonly answer: string | null
  readonly appealed_at: Date
  readonly answered_at: Date | null
  readonly readers: readonly string[] | null
  readonly version: number
}

const columns = `a.id, a.node_id, a.plate_id, a.evaluation_id, a.lamp, a.entry_id, a.acceptor, a.person_id, a.post_id, a.reason, a.state, a.answer,
  a.appealed_at, a.answered_at, a.readers, a.version`

/** The objections to the lamps of a node, newest first. */
export function listAppeals(tx: Transaction, jurisdiction: string, node: string): Promise<AppealRow[]> {
  return tx.prepared<AppealRow>(
    'projects.list-appeals',
    `select ${columns} from projects.appeal a where a.jurisdiction_id = $1 and a.node_id = $2 order by a.appealed_at desc`,
    [jurisdiction, node],
  )
}

/** The objections to plates, newest first. */
export function listPlateAppeals(
  tx: Transaction,
  jurisdiction: string,
  plates: readonly string[],
): Promise<AppealRow[]> {
  return tx.prepared<AppealRow>(
    'projects.list-plate-appeals',
    `select ${columns} from projects.appeal a
      where a.jurisdiction_id = $1 and a.plate_id = any($2::uuid[]) order by a.appealed_at desc`,
    [jurisdiction, plates],
  )
}

/** The objections to evaluations, newest first. */
export function listEvaluationAppeals(
  tx: Transaction,
  jurisdiction: string,
  evaluations: readonly string[],
): Promise<AppealRow[]> {
  return tx.prepared<AppealRow>(
    'projects.list-evaluation-appeals',
    `select ${columns} from projects.appeal a
      where a.jurisdiction_id = $1 and a.evaluation_id::text = any($2) order by a.appealed_at desc`,
    [jurisdiction, evaluations],
  )
}

/** Open objections that a unit owes an answer, oldest first. */
export function listOwedAppeals(tx: Transaction, jurisdiction: string, acceptor: string): Promise<AppealRow[]> {
  return tx.prepared<AppealRow>(
    'projects.list-owed-appeals',
    `select ${columns} from projects.appeal a
      where a.jurisdiction_id = $1 and a.state = 'open' and a.acceptor = $2 order by a.appealed_at limit 200`,
    [jurisdiction, acceptor],
  )
}

/** One objection. */
export async function findAppeal(tx: Transaction, jurisdiction: string, id: string): Promise<AppealRow | undefined> {
  const [row] = await tx.prepared<AppealRow>(
    'projects.find-appeal',
    `select ${columns} from projects.appeal a where a.jurisdiction_id = $1 and a.id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** Puts an objection on record. */
export function insertAppeal(jurisdiction: string, row: AppealRow): Statement {
  return {
    name: 'projects.insert-appeal',
    text: `insert into projects.appeal (jurisdiction_id, id, node_id, plate_id, evaluation_id, lamp, entry_id, acceptor, person_id, post_id, reason,
        state, answer, appealed_at, answered_at, readers, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: [
      jurisdiction,
      row.id,
      row.node_id,
      row.plate_id,
      row.evaluation_id,
      row.lamp,
      row.entry_id,
      row.acceptor,
      row.person_id,
      row.post_id,
      row.reason,
      row.state,
      row.answer,
      row.appealed_at,
      row.answered_at,
      row.readers,
      row.version,
    ],
  }
}

/** Writes the answer to an objection. */
export function answerAppealRow(jurisdiction: string, row: AppealRow): Statement {
  return {
    name: 'projects.answer-appeal',
    text: `update projects.appeal set state = $3, answer = $4, answered_at = $5, version = $6
      where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, row.id, row.state, row.answer, row.answered_at, row.version],
  }
}
