import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import { advance, type NodeRow, nodeOf, type PlanRow, type Rebased, rulesOfPlan } from '#platform/server/plans/index.ts'
import type { EditPreview, NodeImpact } from '../../contract/edits.ts'
import { partyOf } from '../views/node-rows.ts'

type Placed = Rebased['differences']['added'][number]

/** What impacts are told with. `lamps` is what a running plan's nodes turn to; empty for a draft. */
export type ImpactParts = {
  readonly rules: CountyRules
  readonly plan: PlanRow
  readonly rows: readonly NodeRow[]
  readonly names: Names
  readonly now: number
  readonly works: Rebased['works']
}

/** What an edit or a change does, node by node in outline order; what is removed comes last. */
export function impactOf(parts: ImpactParts, { added, changed, removed }: Rebased['differences']): NodeImpact[] {
  const rows = new Map(parts.rows.map((row) => [row.id, row]))
  const old = new Map(changed.map((one) => [one.after.id, one.before]))
  const concerned = new Set([...added, ...changed.map(({ after }) => after)].map(({ id }) => id))
  const turned = [...parts.works.keys()].filter((id) => !concerned.has(id) && rows.has(id))
  return [
    ...changed.map(({ before, after }) => impact(parts, rows.get(after.id), before, after)),
    ...added.map((node) => impact(parts, rows.get(node.id), undefined, node)),
    ...turned.flatMap((id) => lampOnly(parts, rows.get(id))),
    ...removed.map((node) => impact(parts, rows.get(node.id), old.get(node.id) ?? node, undefined)),
  ]
}

/** Who the impacts of an edit name. */
export function namedIn({ added, changed, removed }: Rebased['differences']) {
  const nodes = [...added, ...removed, ...changed.flatMap(({ before, after }) => [before, after])]
  return { organisations: nodes.map((node) => node.organisation), people: nodes.map((node) => node.person) }
}

/** The span of a plan after an edit. */
export function spanOf(nodes: readonly { readonly plannedStart: number; readonly deadline: number }[]) {
  const start = nodes.reduce((least, node) => Math.min(least, node.plannedStart), Number.POSITIVE_INFINITY)
  const deadline = nodes.reduce((most, node) => Math.max(most, node.deadline), Number.NEGATIVE_INFINITY)
  return { start: iso(start), deadline: iso(deadline) } satisfies Partial<EditPreview>
}

function impact(
  parts: ImpactParts,
  row: NodeRow | undefined,
  before: Placed | undefined,
  after: Placed | undefined,
): NodeImpact {
  const node = after ?? before
  if (node === undefined) throw new Error('an impact on nothing')
  const owner = (of: Placed | undefined) => of && partyOf(parts.names, of.organisation, of.person)
  const isMoved = (field: 'plannedStart' | 'deadline') =>
    before !== undefined && after !== undefined && before[field] !== after[field]
  const from = owner(before)
  const to = owner(after)
  const isHanded = from && to && (from.organisation !== to.organisation || from.person !== to.person)
  return {
    ...{ node: node.id, code: node.code, title: node.title },
    titleBefore: before && after && before.title !== after.title ? before.title : null,
    what: after === undefined ? 'removed' : before === undefined ? 'added' : 'changed',
    state: row?.state ?? 'planned',
    owner: isHanded ? { from, to } : null,
    plannedStart: before && after && isMoved('plannedStart') ? fromTo(before.plannedStart, after.plannedStart) : null,
    deadline: before && after && isMoved('deadline') ? fromTo(before.deadline, after.deadline) : null,
    lamp: after === undefined || row === undefined ? null : lampOf(parts, row),
  }
}

/** A node that the change does not name, whose lamp turns all the same. */
function lampOnly(parts: ImpactParts, row: NodeRow | undefined): NodeImpact[] {
  const lamp = row && lampOf(parts, row)
  if (!row || !lamp) return []
  const { id: node, code, title, state } = row
  return [
    {
      node,
      code,
      title,
      titleBefore: null,
      what: 'changed',
      state,
      owner: null,
      plannedStart: null,
      deadline: null,
      lamp,
    },
  ]
}

function lampOf({ rules, plan, works, now }: ImpactParts, row: NodeRow): NodeImpact['lamp'] {
  const work = works.get(row.id)
  if (work === undefined) return null
  const from = advance(rulesOfPlan(rules, plan), nodeOf(row), now).node.lamp
  const to = work.change.node.lamp
  return from === to ? null : { from, to }
}

function fromTo(from: number, to: number) {
  return { from: iso(from), to: iso(to) }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
