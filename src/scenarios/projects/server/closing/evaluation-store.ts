import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { EvaluationFacts } from '../../contract/life.ts'

/** An evaluation as it is stored; of the whole project there are words alone. */
export type EvaluationRow = {
  readonly id: string
  readonly plan_id: string
  readonly subject: 'whole' | 'person' | 'organisation'
  readonly organisation: string
  readonly person: string | null
  readonly facts: EvaluationFacts | Record<string, never>
  readonly words: string
  readonly at: Date
  readonly entry_id: string
  readonly readers: readonly string[] | null
}

const columns = 'id, plan_id, subject, organisation, person, facts, words, at, entry_id, readers'

/** Puts the evaluations of a project on record. */
export function insertEvaluations(jurisdiction: string, rows: readonly EvaluationRow[]): Statement {
  return {
    name: 'projects.insert-evaluations',
    text: `insert into projects.evaluation (jurisdiction_id, ${columns})
      select $1, s.* from jsonb_to_recordset($2::jsonb) as s(id uuid, plan_id uuid, subject text, organisation text, person uuid,
        facts jsonb, words text, at timestamptz, entry_id uuid, readers text[])`,
    values: [jurisdiction, JSON.stringify(rows)],
  }
}

/** The evaluations of a project: the whole, then units, then people. */
export function listEvaluations(tx: Transaction, jurisdiction: string, plan: string): Promise<EvaluationRow[]> {
  return tx.prepared<EvaluationRow>(
    'projects.list-evaluations',
    `select ${columns} from projects.evaluation where jurisdiction_id = $1 and plan_id = $2
      order by array_position(array['whole', 'organisation', 'person'], subject), organisation, id`,
    [jurisdiction, plan],
  )
}

/** One evaluation. */
export async function findEvaluation(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<EvaluationRow | undefined> {
  const [row] = await tx.prepared<EvaluationRow>(
    'projects.find-evaluation',
    `select ${columns} from projects.evaluation where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The projects of evaluations. */
export function listEvaluatedPlans(
  tx: Transaction,
  jurisdiction: string,
  evaluations: readonly string[],
): Promise<{ evaluation: string; plan: string; title: string }[]> {
  return tx.prepared(
    'projects.list-evaluated-plans',
    `select e.id as evaluation, p.id as plan, p.title
      from projects.evaluation e join plans.plan p on p.jurisdiction_id = e.jurisdiction_id and p.id = e.plan_id
      where e.jurisdiction_id = $1 and e.id = any($2::uuid[])`,
    [jurisdiction, evaluations],
  )
}

/** Lamps given and deliverables returned in a project, out of the stories of all nodes that it ever had. */
export function listHappenings(
  tx: Transaction,
  jurisdiction: string,
  plan: string,
): Promise<{ kind: string; node: string; organisation: string | null; person: string | null; lamp: string | null }[]> {
  return tx.prepared(
    'projects.list-happenings',
    `with nodes as (
      select id from plans.node where jurisdiction_id = $1 and plan_id = $2
      union all select id from plans.removed_node where jurisdiction_id = $1 and plan_id = $2)
    select e.kind, n.id as node, p.body ->> 'organisation' as organisation, p.body ->> 'person' as person, p.body ->> 'to' as lamp
      from nodes n join journal.entry e on e.jurisdiction_id = $1 and e.stream = 'plans.node/' || n.id
        and e.kind in ('plans.lamp.given', 'plans.node.returned')
      join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id`,
    [jurisdiction, plan],
  )
}
