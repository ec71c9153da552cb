/**
 * What a simulated department is told to do instead of answering as it should: not at all, late, with a server's error, with columns of
 * another name, about somebody else, with two records that differ, with the same record twice, with an answer that holds nothing, or
 * with no JSON at all.
 */
export const misbehaviours = [
  'down',
  'slow',
  'error',
  'schema',
  'wrong-person',
  'duplicate',
  'twice',
  'empty',
  'not-json',
] as const
export type Misbehaviour = (typeof misbehaviours)[number]

/** An order over the control port. */
export type Order = {
  readonly connector: string
  readonly behave: Misbehaviour | 'well'
  /** How late it answers; of `slow`. */
  readonly milliseconds?: number | undefined
  /** How many answers it concerns; all until it is told otherwise where left out. */
  readonly times?: number | undefined
}

/** The orders that departments have, by connector. */
export type Orders = {
  give(order: Order): void
  /** What the next answer is to be; counts it. */
  next(connector: string): Order | undefined
}

/** Keeps the orders. */
export function keepOrders(): Orders {
  const all = new Map<string, { readonly order: Order; left: number }>()
  return {
    give: (order) => {
      if (order.behave === 'well') all.delete(order.connector)
      else all.set(order.connector, { order, left: order.times ?? Number.POSITIVE_INFINITY })
    },
    next: (connector) => {
      const held = all.get(connector)
      if (held === undefined || held.left === 0) return undefined
      held.left -= 1
      return held.order
    },
  }
}
