import { dateOf, type Instant } from '#platform/kernel/working-time/index.ts'
import type { ScoreFact } from './fact.ts'
import type { Effect, Every, Rule } from './rule.ts'

/**
 * The group within which facts are counted together, one account, one effect of one version, one period, one matter or all; empty
 * where each fact counts by itself.
 */
export function groupOf(rule: Rule, { id, to, every }: Effect, account: string, fact: ScoreFact): string {
  if (every === undefined) return ''
  const matter = every.per === 'matter' ? fact.matter : '*'
  return [rule.id, rule.version, id, to, account, periodOf(fact.at, every.within), matter].join(' ')
}

/** The names that a group was made of. */
export function namesIn(group: string) {
  const [rule = '', version = '', effect = '', kind = '', account = ''] = group.split(' ')
  return { rule, version, effect, kind: kind === 'unit' ? ('unit' as const) : ('person' as const), account }
}

/** The month in which an instant falls in China, `2026-11`. */
export function monthOf(at: Instant): string {
  return dateOf(at).slice(0, 7)
}

function periodOf(at: Instant, within: Every['within']): string {
  const month = monthOf(at)
  if (within === 'month') return month
  const year = month.slice(0, 4)
  return within === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}
