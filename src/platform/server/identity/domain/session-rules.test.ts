import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastInstant, stillCounts } from './session-rules.ts'

const settings = { idleMinutes: 20, sessionHours: 12 }
const began = new Date('2026-11-22T00:00:00Z')
const minutes = (count: number) => new Date(began.getTime() + count * 60_000)

test('a session counts while it is used within the idle time and has not reached its last instant', () => {
  const minute = fc.integer({ min: 0, max: 2000 })
  fc.assert(
    fc.property(minute, minute, (seen, now) => {
      const times = { seenAt: minutes(seen), endsAt: lastInstant(settings, began) }
      expect(stillCounts(times, settings, minutes(now))).toBe(now < 720 && now - seen < 20)
    }),
  )
})
