import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Ladder } from '#platform/server/obligations/domain/ladder.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { isDifferent, rungsReached } from './trial.ts'

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
