import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { type Opening, startsAt } from './gate.ts'
import { type Lamp, type LampFacts, type LampRule, lampAt, nextLamp } from './lamp.ts'
import type { NodeEvent } from './node-event.ts'

/*
 * A work node (工作节点), the leaf of a plan. Its states:
 *   planned    it stands in the plan; it starts by itself when its plan runs, its links let it (see gate.ts) and its planned
 *              start has come;
 *   running    its owner's clock runs and progress is reported;
 *   submitted  the deliverable is handed in and waits for the lead unit;
 *   returned   a fault was found; it runs again;
 *   done       the deliverable is accepted.
 * While its plan is paused time brings a node nothing, see pause.ts; what changes when a plan is changed, see amend.ts.
 */

/** Where a node stands. */
export type NodeState = 'planned' | 'running' | 'submitted' | 'returned' | 'done'

/** A node as the rules see it. Instants are epoch milliseconds. */
export type PlanNode = {
  readonly id: string
  readonly title: string
  readonly state: NodeState
  readonly progress: number
  readonly plannedStart: Instant
  readonly deadline: Instant
  /** From when on its links let it start, may lie ahead; null while it waits. */
  readonly readyAt: Instant | null
  readonly startedAt: Instant | null
  readonly submittedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly lamp: Lamp
  readonly lampSince: Instant | null
  /** Since when its plan is paused; null while its clock runs. */
  readonly pausedAt: Instant | null
  /** The instant of its last entry: what time has brought since is still to be recorded. */
  readonly changedAt: Instant
  /** The version of its last entry in the record. */
  readonly version: number
}

/** A node after a rule, and what happened to it on the way. */
export type NodeChange = { readonly node: PlanNode; readonly events: readonly NodeEvent[] }

/** The calendar and the lamp rule that hold for the plan. */
export type Rules = { readonly calendar: WorkCalendar; readonly lamp: LampRule }

/** Lets time pass: everything that falls due up to `now`, each at its own instant, whether or not a sweep came by. */
export function advance(rules: Rules, node: PlanNode, now: Instant): NodeChange {
  let change: NodeChange = { node, events: [] }
  for (;;) {
    const next = nextTransition(rules, change.node)
    if (next === undefined || next.at > now) return change
    change = follow(change, next.become(change.node))
  }
}

/** When time alone will change the node next; nothing where it will not. */
export function nextDueAt(rules: Rules, node: PlanNode): Instant | undefined {
  return nextTransition(rules, node)?.at
}

/** Reports progress on a running node, in per cent. */
export function report(
  rules: Rules,
  node: PlanNode,
  input: { readonly progress: number; readonly payload: Readonly<Record<string, unknown>> },
  now: Instant,
): Result<NodeChange> {
  const { node: present, events } = advance(rules, node, now)
  const refusal = refuseUnlessRunning(present)
  if (refusal) return refusal
  if (input.progress < present.progress)
    return refuse('plans.node.progress-backwards', { node: present.title, progress: present.progress })
  const reported: NodeEvent = {
    kind: 'plans.node.reported',
    at: now,
    payload: { ...input.payload, from: present.progress, to: input.progress },
  }
  return ok(relit(rules, append({ node: present, events }, { progress: input.progress }, reported), now))
}

/** Hands in the deliverable. */
export function submit(
  rules: Rules,
  node: PlanNode,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): Result<NodeChange> {
  const { node: present, events } = advance(rules, node, now)
  const refusal = refuseUnlessRunning(present)
  if (refusal) return refusal
  const change = append(
    { node: present, events },
    { state: 'submitted', progress: 100, submittedAt: now },
    {
      kind: 'plans.node.submitted',
      at: now,
      payload: { ...payload, from: present.progress },
    },
  )
  return ok(relit(rules, change, now))
}

/** Accepts the deliverable; the node is done. */
export function accept(
  rules: Rules,
  node: PlanNode,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): Result<NodeChange> {
  if (node.state !== 'submitted') return refuse('plans.node.not-submitted', { node: node.title })
  const change = append(
    { node, events: [] },
    { state: 'done', finishedAt: now },
    { kind: 'plans.node.accepted', at: now, payload },
  )
  return ok(relit(rules, change, now))
}

/** Returns the deliverable with a fault; the progress reported before it stands again. */
export function giveBack(
  rules: Rules,
  node: PlanNode,
  input: { readonly progress: number; readonly payload: Readonly<Record<string, unknown>> },
  now: Instant,
): Result<NodeChange> {
  if (node.state !== 'submitted') return refuse('plans.node.not-submitted', { node: node.title })
  const after = { state: 'returned', submittedAt: null, progress: input.progress } as const
  const change = append({ node, events: [] }, after, { kind: 'plans.node.returned', at: now, payload: input.payload })
  return ok(relit(rules, change, now))
}

/** Lets a node's plan run: what is overdue already shows at once. */
export function begin(rules: Rules, node: PlanNode, opening: Opening, now: Instant): NodeChange {
  return opened(rules, { node, events: [] }, opening, now)
}

/**
 * Puts on record what a node waits on now, and `by` whom it was reached; with nothing left it is ready, and starts when its
 * planned start has come.
 */
export function release(
  rules: Rules,
  node: PlanNode,
  opening: Opening & { readonly by?: Readonly<Record<string, unknown>> | undefined },
  now: Instant,
): NodeChange {
  return opened(rules, advance(rules, node, now), opening, now)
}

/** What the lamp of a node depends on. */
export function lampFactsOf(node: PlanNode): LampFacts {
  const { plannedStart, deadline, progress, startedAt, submittedAt } = node
  return { plannedStart, deadline, progress, startedAt, submittedAt, returned: node.state === 'returned' }
}

function opened(
  rules: Rules,
  before: NodeChange,
  { waitsOn, readyAt, by }: Opening & { readonly by?: Readonly<Record<string, unknown>> | undefined },
  now: Instant,
): NodeChange {
  const ready = { ...(readyAt !== null && { readyAt: new Date(readyAt).toISOString() }), ...(by && { by }) }
  const released: NodeEvent = { kind: 'plans.node.released', at: now, payload: { waitsOn, ...ready } }
  const change = append(before, { readyAt }, released)
  return follow(change, advance(rules, change.node, now))
}

function refuseUnlessRunning(node: PlanNode) {
  if (node.state === 'planned') return refuse('plans.node.not-started', { node: node.title })
  if (node.state === 'submitted') return refuse('plans.node.submitted', { node: node.title })
  if (node.state === 'done') return refuse('plans.node.done', { node: node.title })
  return undefined
}

type Transition = { readonly at: Instant; become(node: PlanNode): NodeChange }

function nextTransition(rules: Rules, node: PlanNode): Transition | undefined {
  if (node.pausedAt !== null) return undefined
  const start = startOf(node)
  const turn = turnOf(rules, node)
  if (start === undefined || turn === undefined) return start ?? turn
  return start.at <= turn.at ? start : turn
}

function startOf(node: PlanNode): Transition | undefined {
  const at = node.state === 'planned' ? startsAt(node) : null
  if (at === null) return undefined
  const started: NodeEvent = {
    kind: 'plans.node.started',
    at,
    payload: { plannedStart: new Date(node.plannedStart).toISOString() },
  }
  return {
    at,
    become: (present) => append({ node: present, events: [] }, { state: 'running', startedAt: at }, started),
  }
}

/** The next turn of the lamp; one that is overdue, as right after a start, comes at the instant of the last entry. */
function turnOf(rules: Rules, node: PlanNode): Transition | undefined {
  const since = node.changedAt
  const present = lampAt(rules.calendar, rules.lamp, lampFactsOf(node), since)
  if (present !== node.lamp) return { at: since, become: (it) => lit(rules, it, present, since) }
  const next = nextLamp(rules.calendar, rules.lamp, lampFactsOf(node), since)
  return next && { at: next.at, become: (it) => lit(rules, it, next.lamp, next.at) }
}

/** Gives the lamp that the node has at `now`, where it is another one. */
export function relit(rules: Rules, change: NodeChange, now: Instant): NodeChange {
  const lamp = lampAt(rules.calendar, rules.lamp, lampFactsOf(change.node), now)
  return lamp === change.node.lamp ? change : follow(change, lit(rules, change.node, lamp, now))
}

function lit(rules: Rules, node: PlanNode, lamp: Lamp, at: Instant): NodeChange {
  const given: NodeEvent = {
    kind: 'plans.lamp.given',
    at,
    payload: {
      from: node.lamp,
      to: lamp,
      rule: rules.lamp.id,
      ruleVersion: rules.lamp.version,
      calendar: rules.calendar.version,
    },
  }
  return append({ node, events: [] }, { lamp, lampSince: at }, given)
}

/** A change with one more event, and what it makes of the node. */
export function append(change: NodeChange, after: Partial<PlanNode>, event: NodeEvent): NodeChange {
  return {
    node: { ...change.node, ...after, changedAt: event.at, version: change.node.version + 1 },
    events: [...change.events, event],
  }
}

/** One change after another. */
export function follow(change: NodeChange, next: NodeChange): NodeChange {
  return { node: next.node, events: [...change.events, ...next.events] }
}
