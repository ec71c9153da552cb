import { unwrap } from '#platform/kernel/result.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import {
  acceptAnswer,
  applyRule,
  type ObligationRules,
  type Owed,
  obligationOf,
  openObligation,
  pauseClock,
  recordOwed,
  returnAnswer,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'
import { units } from './county.ts'

const day = 86_400_000
const atOnce = 1000
const kinds = ['duty', 'plan-node', 'bench', 'request'] as const
const things = ['道路养护', '河道清淤', '危房改造', '学校食堂检查', '农贸市场整治'] as const

/** How much a county owes, by when it is looked at, and one in how many of what has fallen due nobody answered. */
export type Year = { readonly held: number; readonly now: Date; readonly openOf: number }

/** Opens what a county owed in a year, each on its day, and records what people did about it and what time brought. */
export async function fillYear(world: TestPlatform, year: Year): Promise<void> {
  for (let made = 0; made < year.held; made += atOnce) {
    await openMore(world, year, made)
    await world.seal()
  }
  await world.passTo(year.now)
  await world.derive()
  await world.database.asOwner('vacuum analyze')
}

async function openMore({ platform, database }: TestPlatform, year: Year, from: number): Promise<void> {
  const { jurisdiction, rules } = platform.services
  const under = (row: { readonly ladder: string; readonly ladder_version: string }): ObligationRules => ({
    calendar: rules().calendar,
    ladder: rules().ladder(row.ladder, row.ladder_version),
  })
  const owed = Array.from({ length: atOnce }, (_, index) => {
    const number = from + index
    const openedAt = openedOn(year, number)
    const ladder = rules().ladderAt(number % 5 === 0 ? 'urgent' : 'standard', openedAt)
    const opened = openObligation({ calendar: rules().calendar, ladder }, openingOf(number, openedAt), openedAt)
    return workedOn(opened, under(opened.row), { year, number, openedAt })
  })
  await database.asSystem(jurisdiction, async (tx) => {
    const recorded = { jurisdiction, actor: { system: 'bench' }, recordedAt: new Date(openedOn(year, from)) }
    const { writes, entries } = recordOwed(recorded, under, owed)
    await Promise.all([...writes, appendStatement(entries)].map((one) => tx.prepared(one.name, one.text, one.values)))
  })
}

function openedOn({ held, now }: Year, number: number): number {
  return now.getTime() - 350 * day + Math.floor((number / held) * 360) * day
}

/** Most fall due at the same time of their day, one in four at a second of its own. */
function openingOf(number: number, openedAt: number) {
  const spread = number % 4 === 0 ? ((number * 7919) % 30_000) * 1000 : 0
  return {
    kind: kinds[Math.floor(number / 3) % kinds.length] ?? '',
    subject: `bench.thing/${number}`,
    title: number % 2000 === 0 ? `第 ${number} 号防汛闸门检修` : `${things[number % things.length]}第 ${number} 项`,
    lead: units[(number * 13) % units.length] ?? '',
    dueAt: openedAt + 10 * day + spread,
    readers: number % 100 === 0 ? ['ducha', 'jiwei'] : null,
    debtor: { organisation: units[(number * 7) % units.length] ?? '', person: null },
  }
}

type Work = { readonly year: Year; readonly number: number; readonly openedAt: number }

/** What people did: most answered in time; of what is open, some was given back once, waits for judgement, or stands still. */
function workedOn(opened: Owed, rules: ObligationRules, { year, number, openedAt }: Work): Owed {
  const apply = (owed: Owed, rule: Parameters<typeof applyRule>[2]) => unwrap(applyRule(owed, rules.ladder, rule))
  const submitted = (owed: Owed, at: number) => apply(owed, submitAnswer(rules, obligationOf(owed.row), {}, at))
  const isOpen = Math.floor(number / 10) % year.openOf === 0
  if (openedAt + 10 * day > year.now.getTime()) return opened
  if (!isOpen) {
    const answered = submitted(opened, openedAt + (number % 10 === 0 ? 12 : 5) * day)
    return apply(answered, acceptAnswer(obligationOf(answered.row), { by: 'bench' }, openedAt + 13 * day))
  }
  if (number % 10 === 1) return submitted(opened, openedAt + 8 * day)
  if (number % 10 === 2) {
    const waiting = submitted(opened, openedAt + 6 * day)
    return apply(waiting, returnAnswer(rules, obligationOf(waiting.row), { reason: 'bench' }, openedAt + 7 * day))
  }
  if (number % 30 === 3)
    return apply(opened, { ok: true, value: pauseClock(rules, obligationOf(opened.row), {}, openedAt + 4 * day) })
  return opened
}
