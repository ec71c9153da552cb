import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetShape, Field } from './dataset.ts'
import { type Consent, findGrant, type Grant } from './grant.ts'
import { nextAsk } from './look-up.ts'
import { readAnswer } from './read-answer.ts'
import { readValue } from './read-value.ts'

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...{ id: 'f', name: '项', english: 'F', type, sensitivity: 3, mask: 'none', ...more },
})
const plain = { field: 'f', required: true }

test.each([
  [field('date'), '2026年3月2日', '2026-03-02'],
  [field('date'), '20260302', '2026-03-02'],
  [field('date'), '2026/3/2 08:30:00', '2026-03-02'],
  [field('date'), '2026-02-30', undefined],
  [field('money'), '1,234.50', 1234.5],
  [field('money'), '1.234', undefined],
  [field('integer'), '12.5', undefined],
  [field('boolean'), '是', true],
  [field('code', { codes: { a: '甲' } }), '甲', 'a'],
  [field('code', { codes: { a: '甲' } }), '乙', undefined],
  [field('text'), { nested: true }, undefined],
  [field('text'), '—', null],
  [field('identity-number'), '11010519491231002x', '11010519491231002X'],
  [field('identity-number'), '110105194912310021', undefined],
])('%o reads %o as %o', (one, raw, value) => {
  expect(readValue(one, plain, raw)).toEqual(value)
})

const dataset: DatasetShape = {
  ...{ id: 'd', owner: 'owner', subject: 'person', key: 'number', records: 'one', sharing: 'conditional' },
  fields: [
    { field: 'number', required: true },
    { field: 'rent', required: true },
  ],
}
const dictionary = new Map([
  ['number', field('text')],
  ['rent', field('integer')],
])

test('whatever a department answers, what is used is about the person asked, holds what was asked and nothing more', () => {
  const raw = fc.array(
    fc.record(
      { number: fc.constantFrom('me', 'other', null), rent: fc.constantFrom(1, 2, 'x', null), more: fc.string() },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(raw, (records) => {
      const answer = readAnswer(dataset, dictionary, { number: 'me', fields: ['rent'] }, records)
      const sound = records.every(({ number, rent }) => number === 'me' && typeof rent === 'number')
      if (records.length === 0) expect(answer.kind).toBe('not-found')
      else if (!sound || new Set(records.map(({ rent }) => rent)).size > 1) expect(answer.kind).toBe('wrong-answer')
      else expect(answer).toEqual({ kind: 'answered', records: [{ rent: records[0]?.rent }] })
    }),
  )
})

const noon = Date.parse('2026-03-02T12:00:00+08:00')
const grant: Grant = {
  ...{ id: 'g', version: 1, effectiveFrom: '2026-03-02', until: '2026-03-02', dataset: 'd', fields: ['rent'] },
  ...{ organisation: 'asker', matters: ['m'], ground: 'consent', basis: '法' },
}
const asking = { organisation: 'asker', post: undefined, fields: ['rent'], matter: 'm', case: 'c' }
const consent: Consent = {
  ...{ id: 'x', case: 'c', datasets: ['d'], withdrawnAt: null },
  ...{ givenAt: new Date(noon - 1), endsAt: new Date(noon + 1) },
}

test('a grant holds on its first and last day, and a consent until the instant of its end', () => {
  expect(findGrant(dataset, [grant], asking, consent, noon)).toEqual({ grant })
  expect(findGrant(dataset, [grant], asking, consent, noon + 1)).toEqual({ reason: 'consent-ended' })
  expect(findGrant(dataset, [grant], asking, { ...consent, withdrawnAt: new Date(noon) }, noon)).toEqual({
    reason: 'consent-withdrawn',
  })
  expect(findGrant(dataset, [grant], asking, consent, noon + 43_200_000)).toEqual({ reason: 'grant-ended' })
  expect(findGrant(dataset, [{ ...grant, ground: 'law' }], asking, undefined, noon)).toHaveProperty('grant')
})

test('what is not shared nobody but its owner is granted, whatever a grant says', () => {
  const closed = { ...dataset, sharing: 'not-shared' as const }
  expect(findGrant(closed, [{ ...grant, ground: 'law' }], asking, undefined, noon)).toEqual({ reason: 'not-shared' })
  const own = { ...grant, ground: 'law' as const, organisation: 'owner' }
  expect(findGrant(closed, [own], { ...asking, organisation: 'owner' }, undefined, noon)).toEqual({ grant: own })
})

test('it is asked again ever later, within the hour, and never after it is given up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(100_000_000), (attempts, left) => {
      const next = nextAsk(attempts, noon, noon + left)
      expect(next).toBeLessThanOrEqual(noon + Math.min(left, 3_600_000))
      expect(nextAsk(attempts + 1, noon, noon + left)).toBeGreaterThanOrEqual(next)
    }),
  )
})
