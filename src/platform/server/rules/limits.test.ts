import { expect, it } from 'vitest'
import { type Result, unwrap } from '#platform/kernel/result.ts'
import { openModel } from './domain/open-model.ts'
import { decideOn } from './evaluate-decision.ts'
import { literal, modelText } from './fixtures/model-text.ts'
import { feel } from './fixtures/work-out.ts'
import { withinTime } from './within-time.ts'

function limited(text: string, facts: Readonly<Record<string, unknown>> = {}): Result<unknown> {
  const inputs = Object.fromEntries(Object.keys(facts).map((name) => [name, 'Any']))
  const model = unwrap(openModel(modelText(inputs, [{ name: 'asked', logic: literal(text) }])))
  return withinTime(() => decideOn(model, 'asked', facts), 300)
}

it('loops in loops are stopped when their time is over, and the next rule runs as ever', () => {
  const numbers = Array.from({ length: 2000 }, (_, index) => index)
  expect(limited('count(for a in 数, b in 数, c in 数 return a * b * c)', { 数: numbers })).toMatchObject({
    refusal: { code: 'rules.time.over' },
  })
  expect(limited('1 + 1')).toMatchObject({ ok: true, value: { result: 2 } })
})

it('a pattern that never ends is stopped', () => {
  const text = `${'a'.repeat(40)}!`
  for (const asked of ['matches(文, "^(a+)+$")', 'replace(文, "(a|aa)+$", "b")', 'split(文, "(a*)*$")'])
    expect(limited(asked, { 文: text }), asked).toMatchObject({ refusal: { code: 'rules.time.over' } })
})

it('a range of a thousand million numbers is never made', () => {
  const { result, explanation } = feel('count(for i in 1..1000000000 return i)')
  expect(result).toBeNull()
  expect(explanation.problems[0]?.message).toContain('1000000000')
})

it('a function that calls itself for ever gives nothing', () => {
  const logic = `<context>
    <contextEntry><variable name="f"/><functionDefinition><formalParameter name="n"/>${literal('g(n)')}</functionDefinition></contextEntry>
    <contextEntry>${literal('f(1)')}</contextEntry></context>`
  const knowledge = `<businessKnowledgeModel id="k" name="loop"><variable name="loop"/><encapsulatedLogic><formalParameter name="n"/>${literal('loop(n + 1)')}</encapsulatedLogic></businessKnowledgeModel>`
  const text = modelText({}, [{ name: 'asked', logic }], knowledge).replace(
    '<variable name="asked" typeRef="Any"/>',
    '<variable name="asked" typeRef="Any"/><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>',
  )
  const called = text.replace('<text>g(n)</text>', '<text>loop(n)</text>')
  const decided = unwrap(decideOn(unwrap(openModel(called)), 'asked', {}))
  expect(decided.result).toBeNull()
  expect(decided.explanation.problems.map(({ message }) => message).join()).toContain('deep')
})

it.each([
  'constructor',
  '{}.constructor',
  '[].constructor',
  '"".constructor',
  'f.constructor',
  'abs.constructor',
  'abs.prototype.constructor.constructor("return process")()',
  'abs.fn',
  '{}.__proto__',
  'get value({}, "__proto__")',
  'get value({}, "constructor")',
  'process',
  'globalThis',
  'require("fs")',
  'xianqu_plus.fn',
  '文.__proto__',
  '文.toString',
])('FEEL reaches nothing of the machine: %s', (text) => {
  const { result } = feel(text, { 文: { a: 1 } })
  expect([null, '<function>', []]).toContainEqual(result)
})

it('no expression changes what other objects inherit', () => {
  feel('context put({}, "__proto__", {"polluted": 1})')
  feel('context([{"key": "__proto__", "value": {"polluted": 1}}])')
  feel('{"__proto__": {"polluted": 1}}')
  feel('文', { 文: JSON.parse('{"__proto__": {"polluted": 1}}') })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
