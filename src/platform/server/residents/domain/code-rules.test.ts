import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maySend } from './code-rules.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test('a second code within the minute is refused with the seconds that are left', () => {
  expect(maySend({ phone: [ago(12)], address: [] }, now)).toEqual({
    ok: false,
    refusal: { code: 'residents.code.too-many', facts: { seconds: 48 } },
  })
  expect(maySend({ phone: [ago(60)], address: [] }, now).ok).toBe(true)
})

test('a phone gets five an hour and ten a day', () => {
  expect(maySend({ phone: [100, 900, 1800, 2700, 3500].map(ago), address: [] }, now)).toMatchObject({
    refusal: { facts: { seconds: 100 } },
  })
  const tenToday = Array.from({ length: 10 }, (_, index) => ago(4000 + index * 4000))
  expect(maySend({ phone: tenToday, address: [] }, now)).toMatchObject({ refusal: { facts: { seconds: 46_400 } } })
})

test('an address asks for sixty an hour, for whichever phones', () => {
  const asked = Array.from({ length: 60 }, (_, index) => ago(index * 59))
  expect(maySend({ phone: [], address: asked.slice(1) }, now).ok).toBe(true)
  expect(maySend({ phone: [], address: asked }, now).ok).toBe(false)
})

test('whoever waits as long as they are told gets a code', () => {
  const seconds = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 30 }), fc.array(seconds, { maxLength: 80 }), (phone, address) => {
      const before = { phone: phone.map(ago), address: address.map(ago) }
      const first = maySend(before, now)
      const wait = first.ok ? 0 : Number(first.refusal.facts.seconds)
      return maySend(before, new Date(now.getTime() + wait * 1000)).ok
    }),
  )
})
