import { expect, test } from 'vitest'
import { keyRing, newIdempotencyKey } from './idempotency-key.ts'

test('a key has 32 hexadecimal digits and does not come again', () => {
  expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(newIdempotencyKey()).not.toBe(newIdempotencyKey())
})

test('a repeat of an unanswered act keeps its key', () => {
  const ring = keyRing()
  expect(ring.keyFor({ progress: 40 })).toBe(ring.keyFor({ progress: 40 }))
})

test('a changed act gets a key of its own', () => {
  const ring = keyRing()
  const first = ring.keyFor({ progress: 40 })
  expect(ring.keyFor({ progress: 50 })).not.toBe(first)
})

test('the same words said again after an answer are a new act', () => {
  const ring = keyRing()
  const first = ring.keyFor({ progress: 40 })
  ring.answered()
  expect(ring.keyFor({ progress: 40 })).not.toBe(first)
})
