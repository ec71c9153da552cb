import { inForce } from '#platform/kernel/in-force.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyPlateRule, CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement, listStories } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import type { ToldEntry } from '../domain/plates/as-of.ts'
import { closingOf, type Month, monthAfter, monthOf, startOfMonth } from '../domain/plates/month.ts'
import { nodeStream, planStream } from '../entries.ts'
import { type PlanStory, plateRows, type ToldPlate } from './close-month.ts'
import {
  type DuePlan,
  insertPlates,
  listLeafIds,
  lockPlansToClose,
  type NextClose,
  saveNextCloses,
} from './plate-store.ts'

/** Commands that began before a close are on record by then: a month is reckoned this long after it, as of its close. */
const settlingMilliseconds = 60_000

/** Plans in one transaction: each brings its whole story. */
const plansTogether = 20

const ended: readonly string[] = ['closed', 'archived']

type PlanMonth = { readonly plan: DuePlan; readonly month: Month }

/** Gives the plates of months that have been closed, once, whoever sweeps and however late. */
export function plateSweep(services: Services): Sweep {
  return {
    name: 'plans.plates',
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
  }
}

async function sweepIn(tx: Transaction, services: Services, now: Date, limit: number): Promise<number> {
  const rules = services.rules()
  if (rules.plateRules.length === 0) return 0
  const { jurisdiction } = services
  const plans = await lockPlansToClose(tx, jurisdiction, now, Math.min(limit, plansTogether))
  if (plans.length === 0) return 0
  const months = plans.map((plan): PlanMonth => ({ plan, month: plan.plates_month ?? monthOf(startOf(plan)) }))
  const ready = months.filter(({ month }) => dueAt(rules, month) <= now.getTime())
  const stories = await readStories(
    tx,
    jurisdiction,
    ready.map(({ plan }) => plan.id),
  )
  const told = ready.flatMap(({ plan, month }) => {
    const [story, rule] = [stories.get(plan.id), ruleOf(rules, month)]
    return story && rule ? plateRows({ jurisdiction, rules, rule, plan, month, story, recordedAt: now }) : []
  })
  const next = months.map((one) => nextOf(rules, one, stories.get(one.plan.id)))
  await record(tx, jurisdiction, told, next)
  return plans.length
}

async function record(tx: Transaction, jurisdiction: string, told: readonly ToldPlate[], next: readonly NextClose[]) {
  const rows = told.map(({ row }) => row)
  const writes = [
    saveNextCloses(jurisdiction, next),
    ...(rows.length > 0 ? [insertPlates(jurisdiction, rows), appendStatement(told.map(({ entry }) => entry))] : []),
  ]
  await Promise.all(writes.map(({ name, text, values }) => tx.prepared(name, text, values)))
}

/** The rule of a month is the one in force on its last day. */
function ruleOf(rules: CountyRules, month: Month): CountyPlateRule | undefined {
  return inForce(rules.plateRules, startOfMonth(monthAfter(month)) - 1)[0]
}

function dueAt(rules: CountyRules, month: Month): Instant {
  return closingOf(rules.calendar, month, ruleOf(rules, month)?.closes ?? 'month-end') + settlingMilliseconds
}

/** Where a month was ready it has been closed, and the next one comes, until the plan has ended. */
function nextOf(rules: CountyRules, { plan, month }: PlanMonth, story: PlanStory | undefined): NextClose {
  const next = story === undefined ? month : monthAfter(month)
  const end = story?.plan.findLast(({ kind }) => kind === 'plans.plan.closed')?.at
  const hasEnded = ended.includes(plan.state) && end !== undefined && next > monthOf(end)
  return { plan: plan.id, month: next, at: hasEnded ? 'infinity' : new Date(dueAt(rules, next)).toISOString() }
}

function startOf(plan: DuePlan): Instant {
  if (plan.started_at === null) throw new Error(`the plan ${plan.id} has not started`)
  return plan.started_at.getTime()
}

async function readStories(
  tx: Transaction,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PlanStory>> {
  if (ids.length === 0) return new Map()
  const leaves = await listLeafIds(tx, jurisdiction, ids)
  const streams = [...ids.map(planStream), ...leaves.map(({ id }) => nodeStream(id))]
  const entries = await listStories(tx, jurisdiction, streams)
  const byStream = new Map<string, ToldEntry[]>()
  for (const { stream, version, kind, at, payload } of entries) {
    const told = { version, kind, at: at.getTime(), payload: payload ?? {} }
    byStream.set(stream, [...(byStream.get(stream) ?? []), told])
  }
  const storyOf = (stream: string) => byStream.get(stream) ?? []
  return new Map(
    ids.map((id) => {
      const own = leaves.filter(({ plan_id }) => plan_id === id)
      return [
        id,
        { plan: storyOf(planStream(id)), nodes: new Map(own.map((leaf) => [leaf.id, storyOf(nodeStream(leaf.id))])) },
      ]
    }),
  )
}
