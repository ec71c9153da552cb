import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, type Breaker, closedBreaker, failed, letPass } from './breaker.ts'

const rule = { failures: 3, seconds: 30 }

test('a system that fails three times in a row is left alone for half a minute, then tried once', () => {
  let breaker: Breaker = closedBreaker
  for (const _ of [1, 2]) breaker = failed(rule, breaker, 0)
  expect(letPass(rule, breaker, 0).passes).toBe(true)
  breaker = failed(rule, breaker, 0)
  expect(letPass(rule, breaker, 29_999).passes).toBe(false)
  const tried = letPass(rule, breaker, 30_000)
  expect(tried).toEqual({ passes: true, breaker: { state: 'half-open', triedAt: 30_000 } })
  expect(letPass(rule, tried.breaker, 30_001).passes).toBe(false)
  expect(letPass(rule, failed(rule, tried.breaker, 31_000), 60_999).passes).toBe(false)
  expect(letPass(rule, answered(), 31_000).passes).toBe(true)
})

test('a trial whose process died is made again', () => {
  const { breaker } = letPass(rule, { state: 'open', until: 0 }, 0)
  expect(letPass(rule, breaker, 30_000).passes).toBe(true)
})

test('whatever happens, an answer closes it, it never opens before so many failures, and an open one always lets pass again', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40_000 })), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (all) => {
      let breaker: Breaker = closedBreaker
      let now = 0
      let inRow = 0
      for (const [answers, wait] of all) {
        now += wait
        const passed = letPass(rule, breaker, now)
        breaker = passed.breaker
        if (!passed.passes) continue
        inRow = answers ? 0 : inRow + 1
        breaker = answers ? answered() : failed(rule, breaker, now)
        if (answers) expect(breaker).toEqual(closedBreaker)
        expect(breaker.state === 'open').toBe(inRow >= rule.failures)
      }
      expect(letPass(rule, breaker, now + 30_000).passes).toBe(true)
    }),
  )
})
