import { expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { literal, modelText } from '../../fixtures/model-text.ts'
import { openModel } from '../open-model.ts'
import { evaluate } from './evaluate.ts'

/** 状态: 正常 or 封存; 方向 stands on it with values of its own; functions of 状态. */
const types = `
  <itemDefinition name="状态"><typeRef>string</typeRef><allowedValues><text>"正常", "封存"</text></allowedValues></itemDefinition>
  <itemDefinition name="方向"><typeRef>状态</typeRef><allowedValues><text>"左", "右"</text></allowedValues></itemDefinition>
  <itemDefinition name="给状态"><functionItem outputTypeRef="状态"><parameters name="值"/></functionItem></itemDefinition>
  <itemDefinition name="收状态"><functionItem><parameters name="前" typeRef="状态"/></functionItem></itemDefinition>`

function model(logic: string, others = '') {
  const before = { name: '前', logic: literal('"不问"') }
  return unwrap(openModel(modelText({ 值: 'Any' }, [before, { name: '后', logic, needs: ['前'] }], types + others)))
}

function outcomeOf(logic: string, value: unknown, others = '', asked = '后') {
  const { result, problems } = unwrap(evaluate(model(logic, others), asked, { 值: value }))
  return { result, problems: problems.map(({ kind }) => kind) }
}

const tableOf = (inside: string) => `<decisionTable>${inside}</decisionTable>`
const rule = (...cells: readonly string[]) => `<rule>${cells.join('')}</rule>`
const inCell = (text: string) => `<inputEntry><text>${text}</text></inputEntry>`
const outCell = (text: string, more = '') => `<outputEntry${more}><text>${text}</text></outputEntry>`
const allowed = (name: string) => `<${name}><text>"正常", "封存"</text></${name}>`

it('an input that is not among the values of its column counts as unknown, and is a problem', () => {
  const rows = rule(inCell('"正常"'), outCell('"可办"')) + rule(inCell('null'), outCell('"不明"'))
  const logic = tableOf(
    `<input><inputExpression><text>值</text></inputExpression>${allowed('inputValues')}</input><output/>${rows}`,
  )
  expect(outcomeOf(logic, '正常')).toEqual({ result: '可办', problems: [] })
  expect(outcomeOf(logic, '注销')).toEqual({ result: '不明', problems: ['allowed'] })
})

it('an output that is not among the values of its column is null, and a problem', () => {
  const logic = tableOf(`<output>${allowed('outputValues')}</output>${rule(outCell('值'))}`)
  expect(outcomeOf(logic, '封存')).toEqual({ result: '封存', problems: [] })
  expect(outcomeOf(logic, '注销')).toEqual({ result: null, problems: ['allowed'] })
})

it('an output column may allow by a condition on the value', () => {
  const values = '<outputValues><text>string length(?) &gt; 2, ?</text></outputValues>'
  expect(outcomeOf(tableOf(`<output>${values}</output>${rule(outCell('值'))}`), '一').result).toBe('一')
})

it('a cell of an output or of a relation is fitted to the type that it names', () => {
  const cells = rule(outCell('值', ' typeRef="状态"'), outCell('值'))
  expect(outcomeOf(tableOf(`<output name="甲"/><output name="乙"/>${cells}`), '注销').result).toEqual({
    甲: null,
    乙: '注销',
  })
  const relation = `<relation><column name="甲" typeRef="状态"/><row>${literal('值')}</row></relation>`
  expect(outcomeOf(relation, '注销').result).toEqual([{ 甲: null }])
  expect(outcomeOf(relation, '正常').result).toEqual([{ 甲: '正常' }])
})

it('values that a type allows take the place of those of the type under it', () => {
  const logic = (text: string) => `<literalExpression typeRef="方向"><text>${text}</text></literalExpression>`
  expect(outcomeOf(logic('"左"'), null).result).toBe('左')
  expect(outcomeOf(logic('"正常"'), null)).toEqual({ result: null, problems: ['allowed'] })
})

const knowledge = (variable: string, logic: string) =>
  `<businessKnowledgeModel id="k" name="照说"><variable name="照说"${variable}/><encapsulatedLogic${logic}>
   <formalParameter name="值"/>${literal('值')}</encapsulatedLogic></businessKnowledgeModel>`
const calling = `<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>${literal('照说(值)')}`

it.each([
  ['knowledge', calling, knowledge(' typeRef="给状态"', '')],
  ['its logic', calling, knowledge('', ' typeRef="给状态"')],
  [
    'a function in a decision',
    `<context><contextEntry><variable name="照说"/><functionDefinition typeRef="给状态"><formalParameter name="值"/>${literal('值')}</functionDefinition></contextEntry><contextEntry>${literal('照说(值)')}</contextEntry></context>`,
    '',
  ],
])('what %s gives is fitted to the type of the function', (_, logic, others) => {
  expect(outcomeOf(logic, '正常', others).result).toBe('正常')
  expect(outcomeOf(logic, '注销', others).result).toBeNull()
})

it('a function written in FEEL takes what fits the types of its parameters', () => {
  const logic = (text: string) => literal(`(function(甲: 状态, 乙) 甲 + 乙)${text}`)
  expect(outcomeOf(logic('(值, "户")'), '正常').result).toBe('正常户')
  expect(outcomeOf(logic('(值, "户")'), '注销').result).toBeNull()
  expect(outcomeOf(logic('(乙: "户", 甲: 值)'), '封存').result).toBe('封存户')
})

it('a service gives what the type of its function says, and takes what that says', () => {
  const gives =
    '<decisionService id="s" name="一起"><variable name="一起" typeRef="给状态"/><outputDecision href="#d-后"/></decisionService>'
  expect(outcomeOf(literal('值'), '正常', gives, '一起').result).toBe('正常')
  expect(outcomeOf(literal('值'), '注销', gives, '一起').result).toBeNull()
  const takes =
    '<decisionService id="s" name="一起"><variable name="一起" typeRef="收状态"/><outputDecision href="#d-后"/><inputDecision href="#d-前"/></decisionService>'
  const opened = model(literal('前'), takes)
  expect(unwrap(evaluate(opened, '一起', { 值: null, 前: '封存' })).result).toBe('封存')
  expect(evaluate(opened, '一起', { 值: null, 前: '注销' })).toMatchObject({ refusal: { code: 'rules.input.value' } })
})
