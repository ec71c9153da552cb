import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOf, describeDay } from '#platform/kernel/working-time/index.ts'
import { testCalendar } from '#platform/testing/work-calendar.ts'
import { carries, startsWithAny } from './channel.ts'
import { afterAttempt, mostAttempts } from './retry.ts'
import { isQuiet, whenToSend } from './when-to-send.ts'

const hours = { quiet: { from: '20:00', to: '08:00' }, digestAt: '08:30' }
const at = (text: string) => Date.parse(`${text}+08:00`)
const said = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
const instants = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-11-30T00:00') })

describe('when a message leaves', () => {
  const send = (urgent: boolean, mode: 'at-once' | 'digest', now: string) =>
    said(whenToSend(testCalendar, hours, { urgent, mode }, at(now)).at)

  test.each([
    ['in working hours it leaves at once', false, 'at-once', '2026-03-02T10:00', '2026-03-02T10:00'],
    ['in the evening it waits for the morning', false, 'at-once', '2026-03-02T21:00', '2026-03-03T08:00'],
    ['after midnight it waits for the same morning', false, 'at-once', '2026-03-03T02:00', '2026-03-03T08:00'],
    ['on Friday night it waits for Monday', false, 'at-once', '2026-03-06T20:00', '2026-03-09T08:00'],
    ['what is urgent waits for nothing', true, 'at-once', '2026-03-07T03:00', '2026-03-07T03:00'],
    ['what is urgent is not gathered', true, 'digest', '2026-03-02T10:00', '2026-03-02T10:00'],
    ['what is gathered leaves on the next working morning', false, 'digest', '2026-03-02T10:00', '2026-03-03T08:30'],
    ['what is gathered on Friday leaves on Monday', false, 'digest', '2026-03-06T09:00', '2026-03-09T08:30'],
  ] as const)('%s', (_what, urgent, mode, now, then) => expect(send(urgent, mode, now)).toBe(then))

  test('nothing leaves before it is told, nor in quiet hours, nor on a day off, but what is urgent', () =>
    fc.assert(
      fc.property(instants, fc.constantFrom('at-once' as const, 'digest' as const), (now, mode) => {
        const { at: then } = whenToSend(testCalendar, hours, { urgent: false, mode }, now)
        expect(then).toBeGreaterThanOrEqual(now)
        expect(isQuiet(testCalendar, hours, then)).toBe(false)
        expect(describeDay(testCalendar, dateOf(then)).isWorked).toBe(true)
      }),
    ))
})

describe('what a channel carries', () => {
  const robot = { id: 'r', kind: 'dingtalk-robot', kinds: ['obligations'], audiences: ['unit:fagai'] } as const
  const notice = { kind: 'obligations.obligation.climbed', audience: 'unit:fagai', confidential: false }
  const sms = { id: 's', kind: 'sms', kinds: ['obligations.obligation.climbed'], usual: 'at-once' } as const

  test('a robot shows the notices of its audiences, never confidential ones', () => {
    expect(carries(robot, notice)).toBe(true)
    expect(carries(robot, { ...notice, audience: 'unit:jiaotong' })).toBe(false)
    expect(carries(robot, { ...notice, confidential: true })).toBe(false)
    expect(carries(robot, { ...notice, kind: 'plans.plate.given' })).toBe(false)
  })

  test('an SMS goes to a person or a post, never to a whole unit', () => {
    expect(carries(sms, { ...notice, audience: 'person:1' })).toBe(true)
    expect(carries(sms, { ...notice, audience: 'post:fagai.director', confidential: true })).toBe(true)
    expect(carries(sms, notice)).toBe(false)
  })

  test('a kind lies below its beginnings by whole words', () => {
    expect(startsWithAny('plans.plate.given', ['plans.plate'])).toBe(true)
    expect(startsWithAny('plans.plated.given', ['plans.plate'])).toBe(false)
  })
})

describe('what becomes of a message', () => {
  const failed = { kind: 'failed', reason: '503' } as const

  test('it is tried again ever later, at most six hours later, and dies at last', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempts, chance) => {
          const after = afterAttempt(failed, attempts, 0, chance)
          if (after.state === 'dead') {
            expect(attempts).toBeGreaterThanOrEqual(mostAttempts)
            return
          }
          const next = afterAttempt(failed, attempts + 1, 0, chance)
          if (after.state !== 'waiting') throw new Error('it should wait')
          expect(after.at).toBeGreaterThanOrEqual(22_500)
          expect(after.at).toBeLessThanOrEqual(6 * 3_600_000)
          if (next.state === 'waiting' && attempts < 10) expect(next.at).toBeGreaterThanOrEqual(after.at)
        },
      ),
    ))

  test('what is refused is not tried again', () => {
    expect(afterAttempt({ kind: 'refused', reason: '404' }, 1, 0, 0)).toEqual({ state: 'dead', reason: '404' })
  })
})
