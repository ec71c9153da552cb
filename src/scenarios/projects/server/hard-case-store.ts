import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { HardCase, HardCaseState, Selection } from '../domain/hard-case/hard-case.ts'
import type { Member } from '../domain/hard-case/shares.ts'

/** A hard case as it is stored. */
export type HardCaseRow = {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly goal: string
  readonly plan_id: string | null
  readonly points: number
  readonly deadline: Date
  readonly selection: Selection
  readonly organisation: string
  readonly person_id: string
  readonly state: HardCaseState
  readonly team_id: string | null
  readonly published_at: Date
  readonly assigned_at: Date | null
  readonly submitted_at: Date | null
  readonly closed_at: Date | null
  readonly outcome: string | null
  readonly version: number
}

/** A team as it is stored. */
export type TeamRow = {
  readonly id: string
  readonly case_id: string
  readonly organisation: string
  readonly person_id: string
  readonly members: readonly Member[]
  readonly pledge: string
  readonly claimed_at: Date
}

const columns = `id, title, place, goal, plan_id, points, deadline, selection, organisation, person_id, state, team_id, published_at,
  assigned_at, submitted_at, closed_at, outcome, version`

/** The case that the rules see in a stored row. */
export function hardCaseOf(row: HardCaseRow): HardCase {
  const { id, title, state, selection, points, deadline, team_id, version } = row
  return { id, title, state, selection, points, deadline: deadline.getTime(), team: team_id, version }
}

/** One case with its teams, the earliest first. */
export async function findHardCase(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<{ readonly row: HardCaseRow; readonly teams: readonly TeamRow[] } | undefined> {
  const [[row], teams] = await Promise.all([
    tx.prepared<HardCaseRow>(
      'projects.find-hard-case',
      `select ${columns} from projects.hard_case where jurisdiction_id = $1 and id = $2`,
      [jurisdiction, id],
    ),
    listTeams(tx, jurisdiction, [id]),
  ])
  return row && { row, teams }
}

/** The titles of cases. */
export function listHardCaseTitles(
  tx: Transaction,
  jurisdiction: string,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly title: string }[]> {
  return tx.prepared(
    'projects.list-hard-case-titles',
    'select id, title from projects.hard_case where jurisdiction_id = $1 and id = any($2::uuid[])',
    [jurisdiction, ids],
  )
}

/** Cases: those that can be claimed first, then those at work, then those that are over. */
export function listHardCases(
  tx: Transaction,
  jurisdiction: string,
  state: string | undefined,
  limit: number,
): Promise<HardCaseRow[]> {
  return tx.prepared<HardCaseRow>(
    'projects.list-hard-cases',
    `select ${columns} from projects.hard_case where jurisdiction_id = $1 and ($2::text is null or state = $2)
      order by array_position(array['published', 'submitted', 'assigned', 'scored', 'withdrawn'], state), deadline, id limit $3`,
    [jurisdiction, state ?? null, limit],
  )
}

/** The teams of cases. */
export function listTeams(tx: Transaction, jurisdiction: string, cases: readonly string[]): Promise<TeamRow[]> {
  return tx.prepared<TeamRow>(
    'projects.list-hard-case-teams',
    `select id, case_id, organisation, person_id, members, pledge, claimed_at from projects.hard_case_team
      where jurisdiction_id = $1 and case_id = any($2::uuid[]) order by claimed_at, id`,
    [jurisdiction, cases],
  )
}

/** Puts a case on record. */
export function insertHardCase(jurisdiction: string, row: HardCaseRow): Statement {
  return {
    name: 'projects.insert-hard-case',
    text: `insert into projects.hard_case (jurisdiction_id, ${columns})
      select $1, ${columns} from jsonb_populate_record(null::projects.hard_case, $2::jsonb)`,
    values: [jurisdiction, JSON.stringify(row)],
  }
}

/** Writes a case as the rules left it. */
export function saveHardCase(jurisdiction: string, row: HardCaseRow): Statement {
  return {
    name: 'projects.save-hard-case',
    text: `update projects.hard_case set state = $3, team_id = $4, assigned_at = $5, submitted_at = $6, closed_at = $7, outcome = $8,
        version = $9 where jurisdiction_id = $1 and id = $2`,
    values: [
      ...[jurisdiction, row.id, row.state, row.team_id, row.assigned_at, row.submitted_at, row.closed_at],
      ...[row.outcome, row.version],
    ],
  }
}

/** Puts a team on record. */
export function insertTeam(jurisdiction: string, row: TeamRow): Statement {
  return {
    name: 'projects.insert-hard-case-team',
    text: `insert into projects.hard_case_team (jurisdiction_id, id, case_id, organisation, person_id, members, pledge, claimed_at)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
    values: [
      ...[jurisdiction, row.id, row.case_id, row.organisation, row.person_id, JSON.stringify(row.members)],
      ...[row.pledge, row.claimed_at],
    ],
  }
}
