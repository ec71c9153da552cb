import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { pauseClock, redate, resumeClock } from './amend.ts'
import type { Ladder } from './ladder.ts'
import {
  climb,
  type Obligation,
  type ObligationChange,
  type ObligationRules,
  returnAnswer,
  submitAnswer,
} from './obligation.ts'
import { type ObligationStory, replay } from './replay.ts'

const ladderOf = (version: string, first: number, second: number): Ladder => ({
  ...{ id: 'standard', version, name: '三级督办' },
  levels: [
    { name: '一级', receiver: { relation: 'lead-unit', post: 'director' }, limit: { workingDays: first } },
    { name: '二级', receiver: { organisation: 'ducha', post: 'supervisor' }, limit: { workingHours: second } },
    { name: '三级', receiver: { organisation: 'jiwei', post: 'officer' } },
  ],
})
const own: ObligationRules = { calendar, ladder: ladderOf('1', 2, 8) }
const begin = at('2026-09-25 09:00')
const end = at('2026-12-31 09:00')
const opened: Obligation = {
  ...{ id: 'o', state: 'open', level: 0, levelAt: null, version: 1, dueAt: at('2026-09-30 17:00'), changedAt: begin },
  ...{ debtor: { organisation: 'jiaotong', person: null }, pausedAt: null },
}

type Act = { readonly what: 'wait' | 'submit' | 'return' | 'pause' | 'resume' | 'extend'; readonly after: number }
const acts = fc.array(
  fc.record({
    what: fc.constantFrom<Act['what']>('wait', 'submit', 'return', 'pause', 'resume', 'extend'),
    after: fc.integer({ min: 1, max: 9 * 24 * 60 }),
  }),
  { maxLength: 9 },
)

/** Lives through acts and sweeps under rules, as the platform does; gives everything that was recorded. */
function live(rules: ObligationRules, all: readonly Act[]): ObligationChange {
  let change: ObligationChange = { obligation: opened, events: [] }
  let now = begin
  for (const { what, after } of all) {
    now += after * 60_000
    const next = act(rules, change.obligation, what, now)
    if (next) change = { obligation: next.obligation, events: [...change.events, ...next.events] }
  }
  const last = climb(rules, change.obligation, end)
  return { obligation: last.obligation, events: [...change.events, ...last.events] }
}

function act(rules: ObligationRules, one: Obligation, what: Act['what'], now: number): ObligationChange | undefined {
  if (what === 'wait') return climb(rules, one, now)
  if (what === 'pause') return pauseClock(rules, one, {}, now)
  if (what === 'resume') return resumeClock(rules, one, {}, now)
  if (what === 'extend') return redate(rules, one, one.dueAt + 5 * 86_400_000, {}, now)
  const result = what === 'submit' ? submitAnswer(rules, one, {}, now) : returnAnswer(rules, one, {}, now)
  return result.ok ? result.value : undefined
}

const isPassing = ({ kind }: { readonly kind: string }) => kind === 'obligations.obligation.climbed'
const storyOf = (change: ObligationChange): ObligationStory => ({
  ...{ id: 'o', openedAt: begin, dueAt: opened.dueAt, debtor: opened.debtor },
  acts: change.events.filter((event) => !isPassing(event)),
})

describe('a story played again', () => {
  it('under the ladder that it was opened with gives the recorded passings, each at its instant, once', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const lived = live(own, all)
        const again = replay(own, storyOf(lived), end)
        expect(again.events).toEqual(lived.events)
        expect(again.obligation).toEqual(lived.obligation)
        const instants = lived.events.filter(isPassing).map((event) => event.at)
        expect(instants).toEqual([...instants].sort((a, b) => a - b))
      }),
    )
  })
  it('under another ladder takes what people did as it was, and reckons the passings anew', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 9 }), (all, days) => {
        const lived = live(own, all)
        const other = replay({ calendar, ladder: ladderOf('2', days, 8) }, storyOf(lived), end)
        const people = (change: ObligationChange) => change.events.filter((event) => !isPassing(event))
        expect(people(other).map(({ kind, at: when }) => [kind, when])).toEqual(
          people(lived).map(({ kind, at: when }) => [kind, when]),
        )
        const first = (change: ObligationChange) =>
          change.events.filter(isPassing).find((e) => e.payload.level === 1)?.at
        expect(first(other)).toBe(first(lived))
      }),
    )
  })
  it('a ladder edited while something climbs moves nothing that was opened before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), fc.integer({ min: 1, max: 9 }), (minutes, days) => {
        const edited = ladderOf('2', days, 8)
        const ladders = new Map([own.ladder, edited].map((one) => [one.version, one]))
        const kept = { calendar, ladder: ladders.get('1') ?? edited }
        const half = climb(own, opened, begin + minutes * 60_000)
        const rest = climb(kept, half.obligation, end)
        expect([...half.events, ...rest.events]).toEqual(climb(own, opened, end).events)
      }),
    )
  })
})
