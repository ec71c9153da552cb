import { expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { openModel } from './domain/open-model.ts'
import { decideOn } from './evaluate-decision.ts'
import { literal, modelText, table } from './fixtures/model-text.ts'
import { workOut } from './fixtures/work-out.ts'

const rules = modelText({ 无房: 'boolean', 租住月数: 'number' }, [
  {
    name: '资格',
    type: 'string',
    logic: table('FIRST', ['无房', '租住月数'], { 结论: '' }, [
      'false; - | "不予"',
      '-; < 3 | "转人工"',
      'true; >= 3 | "准予"',
    ]),
  },
])
const model = unwrap(openModel(rules))
const refused = (facts: Readonly<Record<string, unknown>>, decision = '资格') => {
  const decided = decideOn(model, decision, facts)
  return decided.ok ? undefined : decided.refusal
}

it('a decision says which row held, by which cells, from which facts', () => {
  const archive = { source: '住房档案', asOf: '2026-11-20' }
  const { result, explanation } = workOut(rules, {
    无房: { value: true, ...archive },
    租住月数: { value: 7, ...archive },
  })
  expect(result).toBe('准予')
  expect(explanation.plain).toEqual([
    '资格：准予',
    '  决策表（取命中的第一行）',
    '  第 3 行：无房 = 是（来自 住房档案 2026-11-20），租住月数 ≥ 3（实为 7，来自 住房档案 2026-11-20） → 结论 = 准予',
  ])
  expect(explanation.steps[0]?.tables[0]?.rows).toMatchObject([
    { row: 3, used: true, cells: [{ test: 'true' }, { value: 7 }] },
  ])
  expect(explanation.facts).toEqual([
    { name: '无房', value: true, ...archive },
    { name: '租住月数', value: 7, ...archive },
  ])
})

it('what a decision stands on is worked out first and told with it', () => {
  const text = modelText({ 月租: 'number' }, [
    { name: '年租', type: 'number', logic: literal('月租 * 12') },
    { name: '金额', type: 'number', logic: literal('min(年租, 18000)'), needs: ['年租'] },
  ])
  const { result, explanation } = workOut(text, { 月租: 1600 })
  expect(result).toBe(18000)
  expect(explanation.steps.map(({ decision, result: value }) => [decision, value])).toEqual([
    ['年租', 19200],
    ['金额', 18000],
  ])
})

it('a missing fact, a wrong type and an unknown decision are refused by name', () => {
  expect(refused({ 无房: true })).toEqual({
    code: 'rules.input.missing',
    facts: { decision: '资格', missing: ['租住月数'] },
  })
  expect(refused({ 无房: true, 租住月数: '七' })).toMatchObject({
    code: 'rules.input.type',
    facts: { input: '租住月数' },
  })
  expect(refused({}, '没有')).toEqual({ code: 'rules.decision.unknown', facts: { decision: '没有', known: ['资格'] } })
})

it('a fact that is known to be unknown is null, and that is no refusal', () => {
  expect(workOut(rules, { 无房: null, 租住月数: 7 }).result).toBeNull()
})

it('a fact outside of the allowed values of its type is refused', () => {
  const type =
    '<itemDefinition name="状态"><typeRef>string</typeRef><allowedValues><text>"正常", "封存"</text></allowedValues></itemDefinition>'
  const text = modelText({ 账户: '状态' }, [{ name: 'a', logic: literal('账户') }], type)
  const decided = decideOn(unwrap(openModel(text)), 'a', { 账户: '注销' })
  expect(decided).toMatchObject({ refusal: { code: 'rules.input.value', facts: { input: '账户' } } })
})

it('a decision service takes its input decisions as facts, and does not work them out', () => {
  const service =
    '<decisionService id="s" name="核定"><variable name="核定"/><outputDecision href="#d-金额"/><inputDecision href="#d-年租"/></decisionService>'
  const text = modelText(
    { 月租: 'number' },
    [
      { name: '年租', type: 'number', logic: literal('月租 * 12') },
      { name: '金额', type: 'number', logic: literal('min(年租, 18000)'), needs: ['年租'] },
    ],
    service,
  )
  const opened = unwrap(openModel(text))
  expect(unwrap(decideOn(opened, '核定', { 月租: 1, 年租: 5000 })).result).toBe(5000)
  expect(decideOn(opened, '核定', { 月租: 1 })).toMatchObject({ refusal: { facts: { missing: ['年租'] } } })
})

it('types may be written with a prefix, as DMN 1.1 and 1.2 do', () => {
  const type =
    '<itemDefinition name="租约"><itemComponent name="起"><typeRef>feel:date</typeRef></itemComponent></itemDefinition>'
  const text = modelText(
    { 租约: 'tns:租约', 月数: 'feel:number' },
    [{ name: 'a', logic: literal('租约.起.year + 月数') }],
    type,
  )
  expect(workOut(text, { 租约: { 起: '2026-03-01' }, 月数: 1 }).result).toBe(2027)
  expect(decideOn(unwrap(openModel(text)), 'a', { 租约: { 起: '三月' }, 月数: 1 })).toMatchObject({
    refusal: { code: 'rules.input.type', facts: { input: '租约.起' } },
  })
})

it('a fact in the place of a required decision is taken only where that is asked for', () => {
  const opened = unwrap(
    openModel(
      modelText({ 月租: 'number' }, [
        { name: '年租', type: 'number', logic: literal('月租 * 12') },
        { name: '金额', type: 'number', logic: literal('min(年租, 18000)'), needs: ['年租'] },
      ]),
    ),
  )
  const facts = { 月租: 1000, 年租: 5000 }
  expect(unwrap(decideOn(opened, '金额', facts)).result).toBe(12000)
  expect(unwrap(decideOn(opened, '金额', facts, { decisionsAsFacts: true })).result).toBe(5000)
})
