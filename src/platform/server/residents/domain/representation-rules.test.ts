import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counts, isDue, readRegister } from './representation-rules.ts'

const at = new Date('2026-03-02T10:00:00+08:00')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const row = (code: string, resident_id: string) => ({ code, resident_id, confirmed_at: at, ended_at: null })

const codes = ['A', 'B', 'C']
const people = ['x', 'y']
const open = fc
  .uniqueArray(fc.record({ code: fc.constantFrom(...codes), who: fc.constantFrom(...people) }), {
    selector: ({ code }) => code,
  })
  .map((rows) => rows.map(({ code, who }) => row(code, who)))
const answer = fc.uniqueArray(
  fc.record({ code: fc.constantFrom(...codes), name: fc.constant('某公司'), isOpen: fc.boolean() }),
  { selector: ({ code }) => code },
)

test('after an answer somebody represents what it names as open, and each enterprise has one representative', () => {
  fc.assert(
    fc.property(open, answer, (before, registered) => {
      const seen = before.filter(
        ({ code, resident_id }) => resident_id === 'x' || registered.some((one) => one.code === code),
      )
      const { confirmed, ended, begun } = readRegister(seen, 'x', registered)
      const named = registered.filter(({ isOpen }) => isOpen).map(({ code }) => code)
      expect([...confirmed, ...begun].map(({ code }) => code).sort()).toEqual(named.sort())
      const left = before.filter((one) => !ended.includes(one))
      const after = [...left.map(({ code }) => code), ...begun.map(({ code }) => code)]
      expect(new Set(after).size).toBe(after.length)
      expect(left.filter(({ resident_id, code }) => resident_id === 'y' && named.includes(code))).toEqual([])
    }),
  )
})

test('what the register said counts for twelve hours, not the instant after, and is due again after one', () => {
  expect(counts(row('A', 'x'), new Date(later(12).getTime() - 1))).toBe(true)
  expect(counts(row('A', 'x'), later(12))).toBe(false)
  expect(counts({ confirmed_at: at, ended_at: at }, at)).toBe(false)
  expect([isDue(row('A', 'x'), new Date(later(1).getTime() - 1)), isDue(row('A', 'x'), later(1))]).toEqual([
    false,
    true,
  ])
})
