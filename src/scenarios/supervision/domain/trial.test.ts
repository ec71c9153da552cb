import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Ladder } from '#platform/server/obligations/domain/ladder.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type Act, isDifferent, rulesKept, rungsReached, storyOf } from './trial.ts'

const ladder = (days: number): Ladder => ({
  ...{ id: 'standard', version: '1', name: '三级督办' },
  levels: [
    { name: '一级', receiver: { relation: 'lead-unit', post: 'director' }, limit: { workingDays: days } },
    { name: '二级', receiver: { organisation: 'ducha', post: 'supervisor' }, limit: { workingDays: 3 } },
    { name: '三级', receiver: { organisation: 'jiwei', post: 'officer' } },
  ],
})
const story = {
  ...{ id: 'o', openedAt: at('2026-09-01 09:00'), dueAt: at('2026-09-11 17:00') },
  ...{ debtor: { organisation: 'jiaotong', person: null }, acts: [] },
}
const until = at('2026-12-31 17:00')

it('the same ladder changes nothing; a longer limit only makes later rungs later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (one, more) => {
      const before = rungsReached({ calendar, ladder: ladder(one) }, story, until)
      const same = rungsReached({ calendar, ladder: ladder(one) }, story, until)
      const after = rungsReached({ calendar, ladder: ladder(one + more) }, story, until)
      expect(isDifferent(before, same)).toBe(false)
      expect(isDifferent(before, after)).toBe(true)
      expect(after[0]).toEqual(before[0])
      for (const { level, at: when } of after.slice(1)) expect(when).toBeGreaterThan(before[level - 1]?.at ?? until)
    }),
  )
})

it('what never climbed under one ladder climbs under no other: the first rung has no limit before it', () => {
  const days = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(days, days, days, days, fc.boolean(), (one, other, submitted, returned, isReturned) => {
      const day = 86_400_000
      const handedIn = story.openedAt + submitted * day
      const acts: Record<string, Act> = {
        1: ['opened', story.openedAt, { dueAt: new Date(story.dueAt).toISOString(), debtor: story.debtor }],
        2: ['submitted', handedIn, {}],
        ...(isReturned && { 3: ['returned', handedIn + returned * day, {}] as const }),
      }
      const told = storyOf('o', acts)
      if (told === undefined) throw new Error('the opening is there')
      const [under, underOther] = [one, other].map((limit) =>
        rungsReached(rulesKept(calendar, ladder(limit)), told, until),
      )
      expect(underOther?.length === 0).toBe(under?.length === 0)
      expect(under?.[0]).toEqual(underOther?.[0])
    }),
  )
})

it('acts without an opening tell no story', () => {
  expect(storyOf('o', { 2: ['submitted', story.openedAt, {}] })).toBeUndefined()
})
