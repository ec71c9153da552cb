import type { EvaluationFacts } from '../contract/life.ts'

/*
 * The closing evaluation (结项评价). Of each unit and each person that holds nodes at the end, and of each that had a lamp on the
 * way: how many nodes they hold, how many were handed in by their deadline, how often a deliverable was returned, and every lamp
 * given. A node is its last owner's; a lamp is whose the node was when it was given, so a hand-over moves the one and not the
 * other. The lead adds words; the figures are the record's alone.
 */

/** An accepted node as it is counted. */
export type CountedNode = {
  readonly id: string
  readonly organisation: string
  readonly person: string | null
  readonly isOnTime: boolean
}

/** A lamp given on the way, to whom it was given. */
export type GivenLamp = {
  readonly organisation: string
  readonly person: string | null
  readonly lamp: keyof EvaluationFacts['lamps']
}

/** Whose an evaluation is. */
export type Evaluated = {
  readonly subject: 'person' | 'organisation'
  readonly organisation: string
  readonly person: string | null
  readonly facts: EvaluationFacts
}

/** What the record says of every unit and person, units first. `returned` counts the returns of each node. */
export function closingFacts(
  nodes: readonly CountedNode[],
  lamps: readonly GivenLamp[],
  returned: ReadonlyMap<string, number>,
): Evaluated[] {
  const units = [...new Set([...nodes, ...lamps].map(({ organisation }) => organisation))].sort()
  const people = [...nodes, ...lamps].flatMap(({ person, organisation }) =>
    person === null ? [] : [[person, organisation] as const],
  )
  const unitOf = new Map(people.toReversed())
  return [
    ...units.map((organisation) =>
      evaluated({ subject: 'organisation', organisation, person: null }, (one) => one.organisation === organisation),
    ),
    ...[...unitOf].map(([person, organisation]) =>
      evaluated({ subject: 'person', organisation, person }, (one) => one.person === person),
    ),
  ]

  function evaluated(whose: Omit<Evaluated, 'facts'>, isTheirs: (one: CountedNode | GivenLamp) => boolean): Evaluated {
    const own = nodes.filter(isTheirs)
    const given = lamps.filter(isTheirs)
    const onTime = own.filter(({ isOnTime }) => isOnTime).length
    const counts = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }
    for (const { lamp } of given) counts[lamp] += 1
    const returns = own.reduce((sum, { id }) => sum + (returned.get(id) ?? 0), 0)
    const facts = { nodes: own.length, onTime, late: own.length - onTime, returned: returns, lamps: counts }
    return { ...whose, facts }
  }
}
