import type { Counted, Line, Reversal, ScoreFact } from './fact.ts'
import { monthOf, namesIn } from './group.ts'
import type { Effect, Rule } from './rule.ts'

/** What brings a line: the fact that completed it, or the reversal that freed what it counts. */
export type Cause = Pick<Reversal, 'entry' | 'at'>

/** A line before it has its id, with what its id is made of: what brought it. */
export type Unnamed = Omit<Line, 'id'> & { readonly name: readonly string[] }

/** The line of a fact that counts by itself. */
export function plainLine(rule: Rule, effect: Effect, subject: string, fact: ScoreFact): Unnamed {
  const version = String(rule.version)
  return {
    name: [fact.entry, String(fact.part), rule.id, version, effect.id, subject],
    points: pointsOf(effect, [fact]),
    ...{ subjectKind: effect.to, subject, unit: fact.unit, rule: rule.id, ruleVersion: version, effect: effect.id },
    ...{ entry: fact.entry, grounds: [fact.entry], at: fact.at, month: monthOf(fact.at), group: '', reverses: null },
    ...{ matter: fact.matter, thing: fact.thing, readers: fact.readers },
  }
}

/** The line of facts that count together; it counts for the month of the last of them. */
export function countedLine(effect: Effect, group: string, counted: readonly Counted[], { entry, at }: Cause): Unnamed {
  const facts = counted.map(({ fact }) => fact)
  const last = facts.at(-1)
  if (last === undefined) throw new Error('nothing to count')
  const grounds = facts.map((fact) => fact.entry)
  const names = namesIn(group)
  return {
    name: [entry, group, ...grounds],
    points: pointsOf(effect, facts),
    ...{ group, grounds, entry, at, reverses: null },
    ...{ subjectKind: names.kind, subject: names.account, unit: last.unit, month: monthOf(last.at) },
    ...{ rule: names.rule, ruleVersion: names.version, effect: names.effect },
    ...{ matter: last.matter, thing: last.thing, readers: readersOf(facts) },
  }
}

/** The line that takes another one back. */
export function reversed({ id, ...line }: Line, { entry, at }: Reversal): Unnamed {
  return { ...line, name: [entry, 'reverses', id], points: 0 - line.points, entry, at, reverses: id }
}

function pointsOf(effect: Effect, facts: readonly ScoreFact[]): number {
  return effect.points === 'told' ? facts.reduce((sum, fact) => sum + (fact.points ?? 0), 0) : effect.points
}

/** Who may read a line that stands on several facts: those who may read each of them. */
function readersOf(facts: readonly ScoreFact[]): readonly string[] | null {
  return facts.reduce<readonly string[] | null>((readers, fact) => {
    if (readers === null || fact.readers === null) return readers ?? fact.readers
    return readers.filter((one) => fact.readers?.includes(one))
  }, null)
}
