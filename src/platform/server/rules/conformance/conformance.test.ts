import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { openModel } from '../domain/open-model.ts'
import { literal, modelText } from '../fixtures/model-text.ts'
import { readKitSuite } from './kit-suite.ts'
import { runKitFolder } from './run-folder.ts'
import { runSuite } from './run-suite.ts'

const head =
  'xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
const suiteText = (cases: string, model = 'm.dmn') =>
  `<testCases ${head}><modelName>${model}</modelName>${cases}</testCases>`
const input = (name: string, value: string) => `<inputNode name="${name}">${value}</inputNode>`
const result = (name: string, value: string, more = '') =>
  `<resultNode name="${name}" type="decision"${more}><expected>${value}</expected></resultNode>`
const asked = (inner: string, more = '') => `<testCase id="1"${more}>${inner}</testCase>`
const nil = '<value xsi:nil="true"/>'

const model = unwrap(
  openModel(
    modelText(
      { 日: 'date', 数: 'number', 任何: 'Any' },
      [
        { name: '次日', logic: literal('日 + duration("P1D")') },
        { name: '倍', type: 'number', logic: literal('数 * 2') },
        { name: '原样', logic: literal('任何') },
        { name: '错', logic: literal('1 / 0') },
      ],
      '<businessKnowledgeModel id="k" name="加一"><variable name="加一"/><encapsulatedLogic><formalParameter name="数" typeRef="number"/><literalExpression><text>数 + 1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>' +
        '<decisionService id="s" name="一起"><outputDecision href="#d-倍"/><outputDecision href="#d-次日"/></decisionService>',
    ),
  ),
)

function run(inner: string, more = '') {
  return runSuite(model, unwrap(readKitSuite(suiteText(asked(inner, more)), 'f')))
}

const passes: readonly (readonly [string, string, string?])[] = [
  [
    'a text is read by the type that the model declares',
    input('数', '<value>3</value>') + result('倍', '<value>6</value>'),
  ],
  [
    'a day is a day, not a text',
    input('日', '<value>2026-02-28</value>') + result('次日', '<value xsi:type="xsd:date">2026-03-01</value>'),
  ],
  ['what is not given is null', result('倍', nil)],
  [
    'a piece of knowledge is called',
    input('数', '<value>3</value>') + result('加一', '<value>4</value>'),
    ' type="bkm"',
  ],
  ['an error is null', result('错', nil, ' errorResult="true"')],
  [
    'lists and contexts are compared through and through',
    input('任何', '<list><item><component name="a"><value xsi:type="xsd:decimal">1</value></component></item></list>') +
      result('原样', '<list><item><component name="a"><value>1.000000001</value></component></item></list>'),
  ],
  ['a fact of the wrong type makes null', input('数', '<value xsi:type="xsd:string">三</value>') + result('倍', nil)],
  [
    'a decision is asked through its service',
    input('数', '<value>3</value>') + result('倍', '<value>6</value>'),
    ' type="decisionService" invocableName="一起"',
  ],
]

it.each(passes.map(([name, inner, more = '']) => [name, inner, more] as const))('%s', (_, inner, more) => {
  expect(run(inner, more)).toMatchObject({ cases: 1, passed: 1, deviations: [] })
})

const deviates: readonly (readonly [string, string])[] = [
  [
    'a number in the place of a text',
    input('数', '<value>3</value>') + result('倍', '<value xsi:type="xsd:string">6</value>'),
  ],
  [
    'a text in the place of a day',
    input('任何', '<value xsi:type="xsd:string">2026-03-01</value>') +
      result('原样', '<value xsi:type="xsd:date">2026-03-01</value>'),
  ],
  ['another number', input('数', '<value>3</value>') + result('倍', '<value>6.001</value>')],
  ['a value where an error is expected', input('数', '<value>3</value>') + result('倍', nil, ' errorResult="true"')],
  [
    'an entry too many',
    input('任何', '<component name="a"><value>1</value></component>') +
      result(
        '原样',
        '<component name="a"><value>1</value></component><component name="b"><value>2</value></component>',
      ),
  ],
  ['a decision that is not there', result('没有', nil)],
]

it.each(deviates)('%s is a deviation', (_, inner) => {
  expect(run(inner)).toMatchObject({ passed: 0, deviations: [{ case: '1' }] })
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianqu-kit-'))
  await mkdir(join(folder, 'level', 'one'), { recursive: true })
  const text = modelText({}, [{ name: 'a', logic: literal('1 + 1') }])
  await writeFile(join(folder, 'level', 'one', 'one.dmn'), text)
  await writeFile(
    join(folder, 'level', 'one', 'one-test-01.xml'),
    suiteText(asked(result('a', '<value>2</value>')), 'drawing.dmn'),
  )
  await writeFile(join(folder, 'gone-test-01.xml'), suiteText(asked(result('a', '<value>2</value>')), 'gone.dmn'))
})
afterAll(() => rm(folder, { recursive: true }))

it('a folder is run with all below it; a file without its model counts as failed', async () => {
  expect(unwrap(await runKitFolder(folder))).toMatchObject({
    cases: 2,
    passed: 1,
    unusable: 1,
    files: [
      { file: 'gone-test-01.xml', unusable: 'rules.file.unreadable' },
      { file: 'level/one/one-test-01.xml', passed: 1 },
    ],
  })
  expect(await runKitFolder(join(folder, 'nowhere'))).toMatchObject({ refusal: { code: 'rules.file.shape' } })
})
