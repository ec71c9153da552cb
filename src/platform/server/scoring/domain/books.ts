import { inForce } from '#platform/kernel/in-force.ts'
import type { Counted, Line, Reversal, ScoreFact } from './fact.ts'
import { groupOf, namesIn } from './group.ts'
import { type Cause, countedLine, plainLine, reversed, type Unnamed } from './line.ts'
import type { Effect, Every, Rule } from './rule.ts'

/*
 * The ledger of points (积分台账). A fact is judged by the version of each rule that was in force at its instant, however late it is
 * posted. An effect of a rule gives its points
 *   for each fact of its kinds, or
 *   for every `count` facts of its kinds of one account within one period (month, quarter, year), in one matter or in all; a
 *   second fact about the same thing counts or does not, as the rule says. An entry counts once in a group.
 * A reversal takes an entry back: each line that stands on it is answered by a line with the opposite sign in the same month, and
 * what it was counted with waits to be counted again. So at any time
 *   the sum of an account = the sum over facts not taken back of what the rules give for them, and
 *   of an effect that counts, the lines that stand = ⌊facts not taken back ÷ count⌋ in each group,
 * in whatever order facts and reversals were posted. A line that was reversed once is never reversed again.
 */

/** What is on the books already, as far as the facts to be posted touch it. */
export type Known = {
  readonly lines: readonly Line[]
  readonly counted: readonly Counted[]
  /** Entries that were taken back. */
  readonly voided: readonly string[]
}

/** What was posted since the books were opened. */
export type Posted = {
  readonly lines: readonly Line[]
  readonly counted: readonly Counted[]
  readonly voided: readonly string[]
}

/** The books in the hands of a posting. */
export type Books = {
  post(fact: ScoreFact): void
  reverse(reversal: Reversal): void
  posted(): Posted
}

/**
 * Opens the books under every version of the rules. `idOf` makes a line's id of what brought it: the same record gives the same
 * ledger.
 */
export function openBooks(rules: readonly Rule[], known: Known, idOf: (name: readonly string[]) => string): Books {
  const struck = new Set(known.lines.map(({ reverses }) => reverses))
  const stands = known.lines.filter(({ id, reverses }) => reverses === null && !struck.has(id))
  const standing = new Map(stands.map((line) => [line.id, line]))
  const groups = new Map<string, Counted[]>()
  for (const one of known.counted) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  const voided = new Set(known.voided)
  const posted = { lines: [] as Line[], counted: [] as Counted[], voided: [] as string[] }

  const write = ({ name, ...unnamed }: Unnamed) => {
    const line = { ...unnamed, id: idOf(name) }
    posted.lines.push(line)
    if (line.reverses === null) standing.set(line.id, line)
    else standing.delete(line.reverses)
  }
  const count = (fact: ScoreFact, group: string) => {
    const counted = groups.get(group) ?? []
    if (counted.some((one) => one.fact.entry === fact.entry)) return
    groups.set(group, [...counted, { group, fact }])
    posted.counted.push({ group, fact })
  }
  const settle = (group: string, cause: Cause) => {
    const effect = effectIn(rules, group)
    if (effect?.every === undefined) return
    const lines = [...standing.values()].filter((line) => line.group === group)
    const taken = new Set(lines.flatMap(({ grounds }) => grounds))
    const free = freeOf(groups.get(group) ?? [], { taken, voided, every: effect.every })
    const { count: size } = effect.every
    for (let end = size; end <= free.length; end += size)
      write(countedLine(effect, group, free.slice(end - size, end), cause))
  }

  return {
    post: (fact) => {
      if (voided.has(fact.entry)) return
      for (const { rule, effect } of effectsOn(rules, fact)) {
        const account = effect.to === 'person' ? fact.person : fact.unit
        if (account === null) continue
        const group = groupOf(rule, effect, account, fact)
        if (group === '') write(plainLine(rule, effect, account, fact))
        else {
          count(fact, group)
          settle(group, fact)
        }
      }
    },
    reverse: (reversal) => {
      if (voided.has(reversal.voids)) return
      voided.add(reversal.voids)
      posted.voided.push(reversal.voids)
      const lines = [...standing.values()].filter(({ grounds }) => grounds.includes(reversal.voids))
      for (const line of lines) write(reversed(line, reversal))
      for (const group of new Set(lines.map((line) => line.group))) settle(group, reversal)
    },
    posted: () => posted,
  }
}

/** The groups that a fact will be counted in, for reading what is on the books about them. */
export function groupsOf(rules: readonly Rule[], fact: ScoreFact): readonly string[] {
  return effectsOn(rules, fact).flatMap(({ rule, effect }) => {
    const account = effect.to === 'person' ? fact.person : fact.unit
    const group = account === null ? '' : groupOf(rule, effect, account, fact)
    return group === '' ? [] : [group]
  })
}

function effectsOn(rules: readonly Rule[], fact: ScoreFact): { readonly rule: Rule; readonly effect: Effect }[] {
  return inForce(rules, fact.at).flatMap((rule) =>
    rule.effects.filter(({ facts }) => facts.includes(fact.kind)).map((effect) => ({ rule, effect })),
  )
}

function effectIn(rules: readonly Rule[], group: string): Effect | undefined {
  const { rule, version, effect } = namesIn(group)
  return rules
    .find((one) => one.id === rule && String(one.version) === version)
    ?.effects.find(({ id }) => id === effect)
}

type Spending = { readonly taken: ReadonlySet<string>; readonly voided: ReadonlySet<string>; readonly every: Every }

/** Facts of a group that wait to be counted, in the order in which they were posted. */
function freeOf(all: readonly Counted[], { taken, voided, every }: Spending): Counted[] {
  const valid = all.filter(({ fact }) => !voided.has(fact.entry))
  const free = valid.filter(({ fact }) => !taken.has(fact.entry))
  if (every.repeats === 'counted') return free
  const seen = new Set(valid.filter(({ fact }) => taken.has(fact.entry)).map(({ fact }) => fact.thing))
  return free.filter(({ fact }) => !seen.has(fact.thing) && seen.add(fact.thing))
}
