import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Facts, ThingKind } from '#platform/server/figures/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'

/** A work node: whose, of which plan, when due, where it stands, which lamp. `live` once its plan runs. */
export const node: ThingKind = {
  stream: 'plans.node/',
  fold: (facts, entry) => ({ ...facts, ...nodeChange(entry) }),
}

/** A project: its lead, kind and state. */
export const plan: ThingKind = {
  stream: 'plans.plan/',
  fold: (facts, entry) => ({ ...facts, ...planChange(entry) }),
}

/** A plate: given once, for a month, a unit and a project. */
export const plate: ThingKind = {
  stream: 'plans.plate/',
  fold: (facts, { payload }) => ({
    ...facts,
    ...texts(payload, { month: 'month', unit: 'unit', plan: 'plan', colour: 'colour' }),
  }),
}

/** What is owed: by whom, how far up the ladder, whether it is still open. */
export const obligation: ThingKind = {
  stream: 'obligations.obligation/',
  fold: (facts, entry) => ({ ...facts, ...obligationChange(entry) }),
}

/** A hard case; another team that claims it, or a result given back, does not move it on. */
export const hardCase: ThingKind = {
  stream: 'projects.hard-case/',
  fold: (facts, { kind, payload }) => ({
    ...facts,
    ...texts(payload, { title: 'title', unit: 'unit' }),
    ...(hardCaseStates[kind] === undefined ? {} : { state: hardCaseStates[kind] }),
  }),
}

const hardCaseStates: Readonly<Record<string, string>> = {
  'projects.hard-case.published': 'published',
  'projects.hard-case.assigned': 'assigned',
  'projects.hard-case.submitted': 'submitted',
  'projects.hard-case.returned': 'assigned',
  'projects.hard-case.scored': 'scored',
  'projects.hard-case.withdrawn': 'withdrawn',
}

const nodeStates: Readonly<Record<string, Facts>> = {
  'plans.node.planned': { state: 'planned', lamp: 'white', live: false, paused: false },
  'plans.node.released': { live: true },
  'plans.node.started': { state: 'running', live: true },
  'plans.node.submitted': { state: 'submitted' },
  'plans.node.returned': { state: 'returned', submittedAt: null },
  'plans.node.accepted': { state: 'done' },
  'plans.node.paused': { paused: true },
  'plans.node.resumed': { paused: false },
  'plans.node.removed': { live: false },
}

/** Entries that carry a node's own fields, as they are from then on, at the top of their payload. */
const telling = ['planned', 'edited', 'rebased', 'handed-over', 'resumed'].map((what) => `plans.node.${what}`)

function nodeChange({ kind, at, payload }: SealedEntry): Facts {
  if (kind === 'plans.lamp.given') return texts(payload, { lamp: 'to' })
  const told = telling.includes(kind) ? fieldsOf(payload) : {}
  const submitted = kind === 'plans.node.submitted' ? { submittedAt: at.toISOString() } : {}
  return { ...told, ...nodeStates[kind], ...submitted }
}

function fieldsOf(payload: SealedEntry['payload']): Facts {
  const fields = texts(payload, {
    plan: 'plan',
    title: 'title',
    unit: 'organisation',
    person: 'person',
    deadline: 'deadline',
  })
  const { deadline } = fields
  return typeof deadline === 'string' ? { ...fields, due: dateOf(Date.parse(deadline)) } : fields
}

const planStates: Readonly<Record<string, string>> = {
  'plans.plan.drafted': 'draft',
  'plans.plan.started': 'running',
  'plans.plan.paused': 'paused',
  'plans.plan.resumed': 'running',
  'plans.plan.closed': 'closed',
  'plans.plan.archived': 'archived',
}

function planChange({ kind, actor, payload }: SealedEntry): Facts {
  const state = planStates[kind]
  const drafted = kind === 'plans.plan.drafted' && 'organisation' in actor ? { lead: actor.organisation ?? null } : {}
  const told = ['plans.plan.drafted', 'plans.plan.edited'].includes(kind)
    ? texts(payload, { title: 'title', kind: 'kind', lead: 'lead' })
    : {}
  return { ...drafted, ...told, ...(state === undefined ? {} : { state }) }
}

const obligationStates: Readonly<Record<string, string>> = {
  'obligations.obligation.opened': 'open',
  'obligations.obligation.submitted': 'submitted',
  'obligations.obligation.returned': 'open',
  'obligations.obligation.answered': 'answered',
  'obligations.obligation.withdrawn': 'withdrawn',
}

function obligationChange({ kind, payload }: SealedEntry): Facts {
  const state = obligationStates[kind]
  const opened = kind === 'obligations.obligation.opened' ? openedFacts(payload) : {}
  const reassigned = kind === 'obligations.obligation.reassigned' ? debtorOf(payload) : {}
  const climbed = kind === 'obligations.obligation.climbed' ? { level: Number(payload?.level ?? 0), climbed: true } : {}
  return { ...opened, ...reassigned, ...climbed, ...(state === undefined ? {} : { state }) }
}

function openedFacts(payload: SealedEntry['payload']): Facts {
  const told = texts(payload, { about: 'kind', subject: 'subject', title: 'title', deadline: 'dueAt' })
  return { ...told, ...debtorOf(payload), level: 0, climbed: false }
}

function debtorOf(payload: SealedEntry['payload']): Facts {
  const { debtor } = (payload ?? {}) as { debtor?: { organisation?: string; person?: string | null } }
  return debtor === undefined ? {} : { unit: debtor.organisation ?? null, person: debtor.person ?? null }
}

/** Those fields of a payload that are there, under our names for them. */
function texts(payload: SealedEntry['payload'], names: Readonly<Record<string, string>>): Facts {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, field]) => {
      const value = payload?.[field]
      return typeof value === 'string' || value === null ? [[name, value]] : []
    }),
  )
}
