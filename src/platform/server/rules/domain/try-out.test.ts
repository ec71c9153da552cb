import { expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { modelText, table } from '../fixtures/model-text.ts'
import { openModel } from './open-model.ts'
import { tryOut } from './try-out.ts'

function version(months: number) {
  const rows = [`>= ${months} | "准予"`, `< ${months} | "不予"`]
  return unwrap(
    openModel(modelText({ 月数: 'number' }, [{ name: '资格', logic: table('UNIQUE', ['月数'], { 结论: '' }, rows) }])),
  )
}

const cases = Array.from({ length: 100 }, (_, index) => ({ key: `case-${index}`, facts: { 月数: index % 10 } }))

it('past cases show whom a new version would treat otherwise, with the reasons of both', () => {
  const tried = tryOut({ before: version(3), after: version(6) }, '资格', cases, 5)
  expect(tried).toMatchObject({ cases: 100, same: 70, changed: 30, lost: 0 })
  expect(tried.before).toEqual([
    { result: '准予', cases: 70 },
    { result: '不予', cases: 30 },
  ])
  expect(tried.after).toEqual([
    { result: '不予', cases: 60 },
    { result: '准予', cases: 40 },
  ])
  expect(tried.examples).toHaveLength(5)
  expect(tried.examples[0]).toMatchObject({
    ...{ key: 'case-3', before: { result: '准予' }, after: { result: '不予' } },
  })
})

it('a version against itself changes nothing', () => {
  expect(tryOut({ before: version(3), after: version(3) }, '资格', cases)).toMatchObject({
    same: 100,
    changed: 0,
    examples: [],
  })
})

it('a version that asks for a fact that past cases lack loses them', () => {
  const more = modelText({ 月数: 'number', 收入: 'number' }, [
    { name: '资格', logic: table('FIRST', ['收入'], { 结论: '' }, ['- | "准予"']) },
  ])
  const tried = tryOut({ before: version(3), after: unwrap(openModel(more)) }, '资格', cases)
  expect(tried).toMatchObject({ changed: 100, lost: 100 })
  expect(tried.examples[0]?.after).toEqual({ refused: 'rules.input.missing' })
})
