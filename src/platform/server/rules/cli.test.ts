import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { registerRules } from './cli.ts'
import { literal, modelText, table } from './fixtures/model-text.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianqu-rules-'))
  const logic = (months: number) => table('FIRST', ['月数'], { 结论: '' }, [`>= ${months} | "准予"`, '- | "不予"'])
  const version = (months: number) => modelText({ 月数: 'number' }, [{ name: '资格', logic: logic(months) }])
  await writeFile(at('rule.dmn'), version(3))
  await writeFile(at('next.dmn'), version(6))
  await writeFile(at('broken.dmn'), modelText({}, [{ name: 'a', logic: literal('1 +') }]))
  await writeFile(at('torn.dmn'), '<definitions>')
  await writeFile(at('facts.json'), JSON.stringify({ 月数: { value: 7, source: '住房档案' } }))
  await writeFile(at('cases.json'), JSON.stringify([{ key: '甲', facts: { 月数: 4 } }, { 月数: 9 }]))
  await writeFile(at('torn.json'), '{')
})

afterAll(() => rm(folder, { recursive: true }))
afterEach(() => {
  process.exitCode = 0
})

async function run(...words: string[]) {
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    }),
  )
  const program = new Command()
  registerRules(program)
  await program.parseAsync(['rules', ...words], { from: 'user' })
  for (const spy of spies) spy.mockRestore()
  return { ...written, code: process.exitCode ?? 0 }
}

it('a decision is worked out from a file of facts, and said with its reasons as JSON', async () => {
  const { stdout, code } = await run('evaluate', at('rule.dmn'), '--decision', '资格', '--input', at('facts.json'))
  expect(code).toBe(0)
  const decided = JSON.parse(stdout)
  expect(decided).toMatchObject({ decision: '资格', result: '准予' })
  expect(decided.explanation.plain.join('\n')).toContain('月数 ≥ 3（实为 7，来自 住房档案）')
})

it.each([
  ['rules.file.unreadable', 2, 'none.dmn', '资格', 'facts.json'],
  ['rules.model.malformed', 1, 'torn.dmn', '资格', 'facts.json'],
  ['rules.file.json', 2, 'rule.dmn', '资格', 'torn.json'],
  ['rules.file.shape', 2, 'rule.dmn', '资格', 'cases.json'],
  ['rules.decision.unknown', 1, 'rule.dmn', '没有', 'facts.json'],
])('refuses with %s and status %i, in both languages', async (code, status, model, decision, input) => {
  const said = await run('evaluate', at(model), '--decision', decision, '--input', at(input))
  expect(said.code).toBe(status)
  expect(said.stdout).toBe('')
  expect(said.stderr.split('\n')[0]).toBe(code)
  expect(said.stderr).toMatch(/[\u4e00-\u9fff].*\n.*[A-Za-z]{3}/s)
})

it('a check names every expression that cannot be read, with its line', async () => {
  const { stdout, code } = await run('check', at('broken.dmn'))
  expect(code).toBe(1)
  expect(JSON.parse(stdout).faults).toMatchObject([{ decision: 'a', text: '1 +', line: 1 }])
  expect((await run('check', at('rule.dmn'))).stdout).toContain('"faults": []')
})

it('what a model imports is found beside it, or in the folder that the import names', async () => {
  const dmn = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
  const importing = (more: string) =>
    `<definitions xmlns="${dmn}" id="m" name="m" namespace="urn:m"><import name="甲" namespace="urn:a" ${more} importType="${dmn}"/>
     <decision id="d" name="结论"><variable name="结论"/><informationRequirement><requiredDecision href="urn:a#d-数"/></informationRequirement>
     <literalExpression><text>甲.数 * 2</text></literalExpression></decision></definitions>`
  const numbered = (value: string) =>
    modelText({}, [{ name: '数', logic: literal(value) }]).replace('namespace="test"', 'namespace="urn:a"')
  await mkdir(at('parts'))
  await writeFile(at('part.dmn'), numbered('21'))
  await writeFile(at('parts/part.dmn'), numbered('4'))
  await writeFile(at('beside.dmn'), importing(''))
  await writeFile(at('below.dmn'), importing('locationURI="parts/part.dmn"'))
  await writeFile(at('none.json'), '{}')
  const resultOf = async (model: string) =>
    JSON.parse((await run('evaluate', at(model), '--decision', '结论', '--input', at('none.json'))).stdout).result
  expect(await resultOf('beside.dmn')).toBe(42)
  expect(await resultOf('below.dmn')).toBe(8)
})

it('the conformance kit is run in words or as JSON, and fails the command only where that is asked', async () => {
  const suite = (value: string) =>
    `<testCases><modelName>rule.dmn</modelName><testCase id="001"><inputNode name="月数"><value>7</value></inputNode>
     <resultNode name="资格"><expected><value>${value}</value></expected></resultNode></testCase></testCases>`
  await writeFile(at('rule-test-01.xml'), suite('准予'))
  expect((await run('conformance', folder, '--strict')).stdout).toContain('✓ rule-test-01.xml 1/1\n通过 passed 1 / 1')
  await writeFile(at('rule-test-01.xml'), suite('不予'))
  const told = await run('conformance', folder)
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('001 资格: "不予" ≠ "准予"') })
  const strict = await run('conformance', folder, '--json', '--strict')
  expect(strict.code).toBe(1)
  expect(JSON.parse(strict.stdout)).toMatchObject({
    cases: 1,
    passed: 0,
    files: [{ deviations: [{ result: '资格' }] }],
  })
})

it('two versions are compared on past cases', async () => {
  const { stdout } = await run('try', at('rule.dmn'), at('next.dmn'), '--decision', '资格', '--cases', at('cases.json'))
  expect(JSON.parse(stdout)).toMatchObject({ cases: 2, changed: 1, examples: [{ key: '甲' }] })
})
