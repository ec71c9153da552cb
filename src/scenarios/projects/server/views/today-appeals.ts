import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { findPlates } from '#platform/server/plans/plates/index.ts'
import type { Reader } from '#platform/server/scenario/index.ts'
import type { Today } from '../../contract/views.ts'
import { listOwedAppeals } from '../appeal-store.ts'
import { listEvaluatedPlans } from '../closing/evaluation-store.ts'
import { listNodesById } from '../project-store.ts'
import { appealView } from './appeal-view.ts'

/** Objections to lamps and plates that the post's unit owes an answer. */
export async function owedAppeals(tx: Transaction, { actor }: Reader, rules: CountyRules): Promise<Today['appeals']> {
  const answers = ['projects.accept', 'obligations.supervise'].some((one) => actor.permissions.has(one))
  const rows = answers ? await listOwedAppeals(tx, actor.jurisdiction, actor.organisation) : []
  if (rows.length === 0) return []
  const [nodes, plates, evaluated, names] = await Promise.all([
    listNodesById(
      tx,
      actor.jurisdiction,
      rows.flatMap((row) => row.node_id ?? []),
    ),
    findPlates(
      tx,
      actor.jurisdiction,
      rows.flatMap((row) => row.plate_id ?? []),
    ),
    listEvaluatedPlans(
      tx,
      actor.jurisdiction,
      rows.flatMap((row) => row.evaluation_id ?? []),
    ),
    findNames(tx, actor.jurisdiction, {
      people: rows.map((row) => row.person_id),
      posts: rows.map((row) => row.post_id),
    }),
  ])
  const titles = new Map([
    ...nodes.map(({ id, title }) => [id, title] as const),
    ...plates.map(({ id, month, plan_title }) => [id, `${month} ${plan_title}`] as const),
    ...evaluated.map(({ evaluation, title }) => [evaluation, title] as const),
  ])
  const projects = new Map(evaluated.map(({ evaluation, plan }) => [evaluation, plan]))
  return rows.map((row) => ({
    ...appealView(rules, row, names),
    ...{ node: row.node_id, plate: row.plate_id, project: projects.get(row.evaluation_id ?? '') ?? null },
    title: titles.get(row.node_id ?? row.plate_id ?? row.evaluation_id ?? '') ?? '',
  }))
}
