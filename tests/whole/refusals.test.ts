import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarios } from '#apps/server/registry.generated.ts'
import { mergeRefusals, tell } from '#platform/contract/refusal-registry.ts'
import { refusalTables } from '#platform/server/platform/index.ts'

const src = join(import.meta.dirname, '..', '..', 'src')
const registry = mergeRefusals([...refusalTables, ...scenarios.map((scenario) => scenario.refusals)])

describe.each(Object.entries(registry))('the refusal %s', (code, text) => {
  it('has a dotted lower-case code and a sentence in each language', () => {
    expect(code).toMatch(/^[a-z-]+(\.[a-z-]+)+$/)
    expect(text.zh).toMatch(/[\u4e00-\u9fff].*[。！？）]$/s)
    expect(text.en).toMatch(/^["“{A-Z].*[.?]$/s)
  })
  it('asks for the same facts in both languages', () => {
    const asked = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    expect(new Set(asked(text.zh))).toEqual(new Set(asked(text.en)))
  })
})

it('two rooms cannot share a code', () => {
  const one = { 'a.b': { status: 409, level: 'info', zh: '甲。', en: 'A.' } } as const
  expect(() => mergeRefusals([one, { ...one, 'a.b': { ...one['a.b'] } }])).toThrow()
})

it('every code that the product refuses with is in the registry', () => {
  const used = sources(src).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:refuse|refused)\(\s*'([a-z.-]+)'/g)].map(([, code]) => code ?? ''),
  )
  expect(used.length).toBeGreaterThan(20)
  expect([...new Set(used)].filter((code) => registry[code] === undefined)).toEqual([])
})

it('a sentence takes its facts, lists joined as the language joins them', () => {
  expect(tell('缺{columns}', { columns: ['甲', '乙'] })).toBe('缺甲、乙')
  expect(tell('{a} and {b}', { a: 1 })).toBe('1 and {b}')
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
