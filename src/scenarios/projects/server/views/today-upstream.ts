import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { workingDaysBetween } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import { listNodes, nodeStream } from '#platform/server/plans/index.ts'
import type { Reader } from '#platform/server/scenario/index.ts'
import type { LateCause, Today } from '../../contract/views.ts'
import type { ListedNode } from '../project-store.ts'
import { causesOf, causeView, namesInCauses } from './late-causes.ts'
import { partyOf } from './node-rows.ts'

/** Working days for which a push is news. */
const newsDays = 2

/** Who has just pushed which of these nodes to their owner, by accepting what they waited on. */
export async function pushesTo(
  tx: Transaction,
  { actor, now }: Reader,
  rules: CountyRules,
  nodes: readonly ListedNode[],
): Promise<Today['pushed']> {
  const isNews = (at: Date | null) =>
    at !== null && workingDaysBetween(rules.calendar, at.getTime(), now.getTime()).workingDays <= newsDays
  const fresh = nodes.filter(
    ({ waits_on, ready_at, state }) => waits_on === 0 && isNews(ready_at) && opensIn.has(state),
  )
  if (fresh.length === 0) return []
  const entries = await listStories(
    tx,
    actor.jurisdiction,
    fresh.map(({ id }) => nodeStream(id)),
  )
  const pushes = fresh.flatMap(({ id }) => {
    const last = entries.findLast(({ stream, kind }) => stream === nodeStream(id) && kind === 'plans.node.released')
    const by = last && pusherOf(last)
    return last && by && isNews(last.at) ? [{ node: id, at: last.at.toISOString(), by }] : []
  })
  const names = await findNames(tx, actor.jurisdiction, {
    organisations: pushes.map(({ by }) => by.organisation),
    people: pushes.map(({ by }) => by.person),
  })
  return pushes.map(({ node, at, by }) => ({
    ...{ node, at, title: by.title },
    by: partyOf(names, by.organisation, by.person),
  }))
}

/** Who is late that nodes wait on, by node. */
export async function upstreamOf(
  tx: Transaction,
  { actor, now }: Reader,
  rules: CountyRules,
  nodes: readonly ListedNode[],
): Promise<ReadonlyMap<string, readonly LateCause[]>> {
  const waiting = nodes.filter(({ waits_on }) => waits_on > 0)
  const plans = [...new Set(waiting.map(({ plan_id }) => plan_id))]
  const rows = await Promise.all(plans.map((plan) => listNodes(tx, actor.jurisdiction, plan)))
  const found = waiting.map(({ id, plan_id }) => {
    return { id, causes: causesOf(rows[plans.indexOf(plan_id)] ?? [], id, now.getTime()) }
  })
  const names = await findNames(tx, actor.jurisdiction, namesInCauses(found.flatMap(({ causes }) => causes)))
  return new Map(found.map(({ id, causes }) => [id, causes.map((cause) => causeView(rules, cause, names))]))
}

const opensIn: ReadonlySet<string> = new Set(['planned', 'running'])

function pusherOf({ payload }: StoryEntry) {
  const by = payload?.by
  if (typeof by !== 'object' || by === null || Array.isArray(by)) return undefined
  const { title, organisation, person } = by as JsonObject
  if (typeof title !== 'string' || typeof organisation !== 'string') return undefined
  return { title, organisation, person: typeof person === 'string' ? person : null }
}
