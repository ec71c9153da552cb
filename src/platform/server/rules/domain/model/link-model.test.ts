import { expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { literal, modelText } from '../../fixtures/model-text.ts'
import { checkModel } from '../check/check-model.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { openModel } from '../open-model.ts'
import { readModel } from './read-model.ts'

const dmn = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
const importOf = (namespace: string, name: string) =>
  `<import name="${name}" namespace="${namespace}" importType="${dmn}"/>`
const under = (namespace: string, text: string) => text.replace('namespace="test"', `namespace="${namespace}"`)

/** 贷款: a type, a piece of knowledge and a decision that others may use. */
const loans = under(
  'urn:loans',
  modelText(
    { 人: '申请人' },
    [{ name: '称呼', type: 'string', logic: literal('"您好，" + 人.姓名') }],
    `<itemDefinition name="申请人"><itemComponent name="姓名"><typeRef>string</typeRef></itemComponent></itemDefinition>
     <businessKnowledgeModel id="k" name="月供"><variable name="月供"/><encapsulatedLogic>
       <formalParameter name="本金" typeRef="number"/><literalExpression><text>本金 / 12</text></literalExpression>
     </encapsulatedLogic></businessKnowledgeModel>`,
  ),
)

function using(name: string, requirement: string, text: string, type = 'Any'): string {
  const decision = `<decision id="d" name="结论"><variable name="结论" typeRef="${type}"/>${requirement}${literal(text)}</decision>`
  return `<definitions xmlns="${dmn}" id="m" name="m" namespace="urn:m">${importOf('urn:loans', name)}${decision}</definitions>`
}

const needsDecision = '<informationRequirement><requiredDecision href="urn:loans#d-称呼"/></informationRequirement>'
const needsKnowledge = '<knowledgeRequirement><requiredKnowledge href="urn:loans#k"/></knowledgeRequirement>'

const named = (texts: readonly string[]) => texts.map((text, index) => ({ file: `${index}.dmn`, text }))

function resultOf(text: string, library: readonly string[], facts: Record<string, unknown> = {}) {
  const model = unwrap(openModel(text, named(library)))
  expect(checkModel(model)).toEqual([])
  return unwrap(evaluate(model, '结论', facts)).result
}

it('knowledge of an imported model is called by the name of the import', () => {
  expect(resultOf(using('贷款', needsKnowledge, '贷款.月供(2400)'), [loans])).toBe(200)
  const slashed = using('贷款', needsKnowledge, '贷款.月供(2400)').replace(
    'namespace="urn:loans"',
    'namespace="urn:loans/"',
  )
  expect(resultOf(slashed, [loans.replace('namespace="urn:loans"', 'namespace="urn:loans/"')])).toBe(200)
})

it('an import without a name adds nothing to the names', () => {
  expect(resultOf(using('', needsKnowledge, '月供(2400)'), [loans])).toBe(200)
})

it('an imported decision takes its facts by their own names, or by those that the import gives them', () => {
  const text = using('贷款', needsDecision, '贷款.称呼 + "！"', 'string')
  expect(resultOf(text, [loans], { 人: { 姓名: '叶晓' } })).toBe('您好，叶晓！')
  expect(resultOf(text, [loans], { '贷款.人': { 姓名: '叶晓' } })).toBe('您好，叶晓！')
})

it('a type of an imported model restricts what is given for it', () => {
  const model = unwrap(openModel(using('贷款', needsDecision, '贷款.称呼'), named([loans])))
  expect(evaluate(model, '结论', { 人: { 姓名: 7 } })).toMatchObject({ refusal: { code: 'rules.input.type' } })
})

it('a model that is imported along two ways has its own facts on each, or the same by their own name', () => {
  const between = (namespace: string, name: string) =>
    `<definitions xmlns="${dmn}" id="${name}" name="${name}" namespace="${namespace}">${importOf('urn:loans', '贷款')}
     <decision id="d" name="${name}"><variable name="${name}"/>${needsDecision}${literal('贷款.称呼')}</decision></definitions>`
  const needs = (namespace: string) =>
    `<informationRequirement><requiredDecision href="${namespace}#d"/></informationRequirement>`
  const top = `<definitions xmlns="${dmn}" id="t" name="t" namespace="urn:t">${importOf('urn:a', '甲')}${importOf('urn:b', '乙')}
    <decision id="d" name="结论"><variable name="结论"/>${needs('urn:a')}${needs('urn:b')}${literal('甲.左 + 乙.右')}</decision></definitions>`
  const library = [loans, between('urn:a', '左'), between('urn:b', '右')]
  expect(resultOf(top, library, { 人: { 姓名: '叶晓' } })).toBe('您好，叶晓您好，叶晓')
  const nested = { 甲: { 贷款: { 人: { 姓名: '叶晓' } } }, 乙: { 贷款: { 人: { 姓名: '周平' } } } }
  expect(resultOf(top, library, nested)).toBe('您好，叶晓您好，周平')
  const apart = { '甲.贷款.人': { 姓名: '叶晓' }, '乙.贷款.人': { 姓名: '周平' } }
  expect(resultOf(top, library, apart)).toBe('您好，叶晓您好，周平')
})

it('a model that is not there, or that imports itself by a detour, is refused with its name', () => {
  const text = using('贷款', needsKnowledge, '贷款.月供(1)')
  expect(readModel(text)).toMatchObject({ refusal: { code: 'rules.model.import', facts: { name: '贷款', line: 1 } } })
  const circle = (from: string, to: string) =>
    `<definitions xmlns="${dmn}" id="${from}" name="${from}" namespace="urn:${from}">${importOf(`urn:${to}`, to)}</definitions>`
  expect(readModel(circle('甲', '乙'), named([circle('乙', '甲'), circle('甲', '乙')]))).toMatchObject({
    refusal: { code: 'rules.model.loop', facts: { loop: '甲 → 乙 → 甲 → 乙' } },
  })
})

it('an import may name the file of its model, whatever namespace that has', () => {
  const text = using('贷款', needsKnowledge, '贷款.月供(2400)').replace(
    '<import ',
    '<import locationURI="./loans.dmn" ',
  )
  const library = [
    { file: 'other.dmn', text: modelText({}, []) },
    { file: 'loans.dmn', text: loans.replace('urn:loans', 'urn:elsewhere') },
  ]
  expect(unwrap(evaluate(unwrap(openModel(text, library)), '结论', {})).result).toBe(200)
})
