import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parseCountyPack } from './load-pack.ts'

const document = await readFile('counties/suichang/rules/rent-withdrawal.dmn', 'utf8')
const index = `models:
  - { id: rent, version: 1, effectiveFrom: '2026-01-01', name: 租房提取, english: Rent, file: rules/rent.dmn }
`

function load(files: Readonly<Record<string, string>>) {
  const loaded = parseCountyPack(new Map(Object.entries(files)), new Set())
  const problems = 'problems' in loaded ? loaded.problems.filter(({ code }) => code.startsWith('county.rule')) : []
  return { problems, models: 'pack' in loaded ? loaded.pack.documents['decision-model'] : [] }
}

it('a rule document that is missing, or that no rule names, is told with its place', () => {
  expect(load({ 'rules.yaml': index }).problems).toMatchObject([
    { code: 'county.rule.missing', file: 'rules.yaml', line: 2 },
  ])
  expect(load({ 'rules/rent.dmn': document }).problems).toMatchObject([
    { code: 'county.rule.unused', file: 'rules/rent.dmn' },
  ])
})

it('a document that cannot be read is told with the line in the document', () => {
  const torn = document.replace('</inputData>', '')
  expect(load({ 'rules.yaml': index, 'rules/rent.dmn': torn }).problems).toMatchObject([
    { code: 'county.rule.invalid', file: 'rules/rent.dmn' },
  ])
  const odd = document.replace('<text>&lt; 12</text>', '<text>&lt; </text>')
  const [fault] = load({ 'rules.yaml': index, 'rules/rent.dmn': odd }).problems
  expect(fault).toMatchObject({
    code: 'county.rule.row',
    file: 'rules/rent.dmn',
    facts: { decision: '提取资格', row: 5 },
  })
  expect(document.split('\n')[(fault?.line ?? 0) - 1]).toContain('eligibility-row-5')
})
