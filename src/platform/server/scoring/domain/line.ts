import { v5 as uuidFrom } from 'uuid'
import type { Counted, Line, Reversal, ScoreFact } from './fact.ts'
import { monthOf, namesIn } from './group.ts'
import type { Effect, Rule } from './rule.ts'

/** What brings a line: the fact that completed it, or the reversal that freed what it counts. */
export type Cause = Pick<Reversal, 'entry' | 'at'>

const lines = '4f6d8a12-7c3b-5e9f-9d21-6b0e8f5a1c34'

/** The line of a fact that counts by itself. */
export function plainLine(rule: Rule, effect: Effect, subject: string, fact: ScoreFact): Line {
  const version = String(rule.version)
  return {
    ...{
      id: idOf(fact.entry, String(fact.part), rule.id, version, effect.id, subject),
      points: pointsOf(effect, [fact]),
    },
    ...{ subjectKind: effect.to, subject, unit: fact.unit, rule: rule.id, ruleVersion: version, effect: effect.id },
    ...{ entry: fact.entry, grounds: [fact.entry], at: fact.at, month: monthOf(fact.at), group: '', reverses: null },
    ...{ matter: fact.matter, thing: fact.thing, readers: fact.readers },
  }
}

/** The line of facts that count together; it counts for the month of the last of them. */
export function countedLine(effect: Effect, group: string, counted: readonly Counted[], { entry, at }: Cause): Line {
  const facts = counted.map(({ fact }) => fact)
  const last = facts.at(-1)
  if (last === undefined) throw new Error('nothing to count')
  const grounds = facts.map((fact) => fact.entry)
  const names = namesIn(group)
  return {
    ...{
      id: idOf(entry, group, ...grounds),
      points: pointsOf(effect, facts),
      group,
      reverses: null,
      grounds,
      entry,
      at,
    },
    ...{ subjectKind: names.kind, subject: names.account, unit: last.unit, month: monthOf(last.at) },
    ...{ rule: names.rule, ruleVersion: names.version, effect: names.effect },
    ...{ matter: last.matter, thing: last.thing, readers: readersOf(facts) },
  }
}

/** The line that takes another one back. */
export function reversed(line: Line, { entry, at }: Reversal): Line {
  return { ...line, id: idOf(entry, 'reverses', line.id), points: 0 - line.points, entry, at, reverses: line.id }
}

/** The id of a line from what brought it: the same record gives the same ledger. */
function idOf(...parts: readonly string[]): string {
  return uuidFrom(parts.join('/'), lines)
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
