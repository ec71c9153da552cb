import { type LampColour, lampColours } from '#platform/web/vocabulary/lamp.tsx'
import type { DrawnNode } from '../drawn.ts'

/** The leaves of a unit or of one of its persons, with their sums. */
export type Share = {
  readonly key: string
  readonly name: string
  readonly nodes: readonly DrawnNode[]
  readonly done: number
  readonly lamps: Readonly<Record<LampColour, number>>
  /** The nearest deadline of what is not done; null where all is. */
  readonly nextDeadline: number | null
}

/** A unit with its persons; those without a named person stand under an empty name. */
export type UnitShare = Share & { readonly people: readonly Share[] }

/** Who holds what of a project: units with most behind first, and so their persons. */
export function unitShares(nodes: readonly DrawnNode[]): UnitShare[] {
  const leaves = nodes.filter(({ leaf }) => leaf)
  const units = grouped(leaves, ({ owner }) => owner.organisation)
  return [...units]
    .map(([key, held]) => {
      const people = grouped(held, ({ owner }) => owner.person ?? '')
      return {
        ...share(key, held[0]?.owner.organisationName ?? '', held),
        people: [...people].map(([person, own]) => share(person, own[0]?.owner.personName ?? '', own)).sort(byUrgency),
      }
    })
    .sort(byUrgency)
}

function share(key: string, name: string, nodes: readonly DrawnNode[]): Share {
  const open = nodes.filter(({ state }) => state !== 'done')
  const deadlines = open.map(({ deadlineAt }) => deadlineAt)
  return {
    key,
    name,
    nodes: [...open].sort(nearest).concat(nodes.filter(({ state }) => state === 'done')),
    done: nodes.length - open.length,
    lamps: countLamps(open),
    nextDeadline: deadlines.length === 0 ? null : deadlines.reduce((first, at) => Math.min(first, at)),
  }
}

function countLamps(nodes: readonly DrawnNode[]): Record<LampColour, number> {
  const lamps = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }
  for (const { lamp } of nodes) lamps[lamp]++
  return lamps
}

function nearest(a: DrawnNode, b: DrawnNode): number {
  return lampColours.indexOf(a.lamp) - lampColours.indexOf(b.lamp) || a.deadlineAt - b.deadlineAt
}

function byUrgency(a: Share, b: Share): number {
  return b.lamps.red - a.lamps.red || b.lamps.yellow - a.lamps.yellow || b.nodes.length - a.nodes.length
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
