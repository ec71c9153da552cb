import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { mostMembers, type Step, type Together } from '#platform/server/journal/index.ts'
import type { DueClock, Running } from './clock-store.ts'
import type { Obligation, ObligationEvent, ObligationRules } from './domain/obligation.ts'
import { obligationStream } from './entries.ts'

/** A clock, what it passes up to now, and what runs by it. */
export type Passing = {
  readonly clock: DueClock
  readonly rules: ObligationRules
  readonly after: Obligation
  readonly events: readonly ObligationEvent[]
  readonly running: readonly Running[]
}

/** What one entry is to tell, and by which clocks. */
export type Telling = Pick<Together, 'kind' | 'thing' | 'facts' | 'steps' | 'rule' | 'readers'> & {
  readonly clocks: ReadonlySet<string>
}

type Gathering = Telling & { readonly steps: Step[]; readonly clocks: Set<string>; count: number }

/** Tells what clocks passed in as few entries as may be: those that reach the same rung of a ladder and have the same readers together. */
export function tellPassings(passings: readonly Passing[]): readonly Telling[] {
  const gathered = new Map<string, Gathering[]>()
  for (const passing of passings)
    for (const [index, event] of passing.events.entries())
      for (const running of passing.running) gather(gathered, { passing, index, event, running })
  return [...gathered.values()].flat()
}

type Passed = {
  readonly passing: Passing
  readonly index: number
  readonly event: ObligationEvent
  readonly running: Running
}

function gather(gathered: Map<string, Gathering[]>, { passing, index, event, running }: Passed): void {
  const { clock, rules } = passing
  const key = JSON.stringify([rules.ladder.id, rules.ladder.version, event.payload.level, running.readers])
  const all = gathered.get(key) ?? []
  const last = all.at(-1)
  const fits = last !== undefined && last.count + running.count <= mostMembers
  const one = fits ? last : begun(passing, event, running)
  if (!fits) gathered.set(key, [...all, one])
  one.steps.push({ at: new Date(event.at), after: clock.climbs + index + 1, members: running.members })
  one.clocks.add(clock.id)
  one.count += running.count
}

function begun({ rules }: Passing, event: ObligationEvent, { readers }: Running): Gathering {
  return {
    ...{ kind: event.kind, thing: obligationStream(''), facts: event.payload as JsonObject, steps: [] },
    rule: { id: rules.ladder.id, version: rules.ladder.version },
    readers: (readers as readonly OrganisationId[] | null) ?? undefined,
    ...{ clocks: new Set<string>(), count: 0 },
  }
}
