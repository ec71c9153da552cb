import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import { noon, suichang } from './fixtures.ts'
import { entryTogether, membersOf } from './together.ts'

const member = fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 99 }))
const step = fc.record({
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
  after: fc.integer({ min: 1, max: 9 }),
  members: fc.array(member, { minLength: 1, maxLength: 5 }),
})
const facts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)))

it('what is written for many is canonical, and reads as what was told of each', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), facts, (steps, told) => {
      const { payload, at, stream } = entryTogether({
        ...{ jurisdiction: suichang, kind: 'test.passed', thing: 'test.thing/', facts: told, recordedAt: noon },
        ...{ actor: { system: 'clock' }, steps: steps.map((one) => ({ ...one, members: canonicalJson(one.members) })) },
      })
      const read = JSON.parse(payload.text) as JsonObject
      expect(canonicalJson(read)).toBe(payload.text)
      expect(at).toEqual(new Date(Math.max(...steps.map((one) => one.at.getTime()))))
      expect(membersOf({ stream, payload: read })).toEqual({
        facts: JSON.parse(canonicalJson(told)),
        members: steps.flatMap((one) =>
          one.members.map(([id, version]) => ({
            stream: `test.thing/${id}`,
            version: version + one.after,
            at: one.at,
          })),
        ),
      })
    }),
  )
})

it('an entry of one thing has no members, nor has one whose payload was erased', () => {
  expect(membersOf({ stream: 'test.thing/1', payload: { steps: [] } })).toBeUndefined()
  expect(membersOf({ stream: 'journal.together/1', payload: undefined })).toBeUndefined()
})
