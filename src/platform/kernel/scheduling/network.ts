import type { Activity } from './activity.ts'
import type { LinkKind } from './link.ts'

/** A link between places in the list of activities. */
export type Edge = { readonly from: number; readonly to: number; readonly kind: LinkKind; readonly lag: number }

/** Activities with their links resolved, and an order in which every predecessor comes first. */
export type Network = {
  readonly activities: readonly Activity[]
  readonly incoming: readonly (readonly Edge[])[]
  readonly outgoing: readonly (readonly Edge[])[]
  /** Places in the list of activities. */
  readonly order: Int32Array
}

/** A network; or, where links run in a circle, the ids of one such circle, the first repeated at the end. */
export type NetworkOrCycle =
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/** Resolves the links of activities. Linear in activities and links. */
export function networkOf(activities: readonly Activity[]): NetworkOrCycle {
  const places = new Map(activities.map(({ id }, place) => [id, place]))
  const incoming: Edge[][] = activities.map(() => [])
  const outgoing: Edge[][] = activities.map(() => [])
  activities.forEach(({ links }, to) => {
    for (const { node, kind, lag } of links) {
      const from = places.get(node)
      if (from === undefined) continue
      const edge = { from, to, kind, lag }
      incoming[to]?.push(edge)
      outgoing[from]?.push(edge)
    }
  })
  const { order, waiting } = topologicalOrder(incoming, outgoing)
  if (order.length === activities.length)
    return { kind: 'network', network: { activities, incoming, outgoing, order: Int32Array.from(order) } }
  return { kind: 'cycle', path: cycleAmong(incoming, waiting).map((place) => activities[place]?.id ?? '') }
}

/** Takes what waits on nothing, again and again; what is left over waits on a circle or stands in one. */
function topologicalOrder(incoming: readonly (readonly Edge[])[], outgoing: readonly (readonly Edge[])[]) {
  const waiting = Int32Array.from(incoming, (edges) => edges.length)
  const order: number[] = []
  waiting.forEach((count, place) => {
    if (count === 0) order.push(place)
  })
  for (let next = 0; next < order.length; next++) {
    for (const { to } of outgoing[order[next] ?? 0] ?? []) {
      const left = (waiting[to] ?? 0) - 1
      waiting[to] = left
      if (left === 0) order.push(to)
    }
  }
  return { order, waiting }
}

/** Walks back from what is left over: each of them waits on another of them, so the walk comes round. */
function cycleAmong(incoming: readonly (readonly Edge[])[], waiting: Int32Array): number[] {
  const seen = new Map<number, number>()
  const path: number[] = []
  let place = waiting.findIndex((count) => count > 0)
  while (!seen.has(place)) {
    seen.set(place, path.length)
    path.push(place)
    place = (incoming[place] ?? []).find(({ from }) => (waiting[from] ?? 0) > 0)?.from ?? place
  }
  const circle = path.slice(seen.get(place)).reverse()
  return [...circle, circle[0] ?? place]
}
