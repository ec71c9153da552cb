import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/server/config/index.ts'
import { readScripts } from '#platform/server/stage/index.ts'
import { Script } from './script.ts'

test('the scripts of Suichang tell of eight projects over at least 40 units and people', async () => {
  const scripts = await readScripts(join(projectRoot, 'counties', 'suichang', 'demo'), 'projects', Script)
  expect(scripts).toHaveLength(8)
  const owners = scripts.flatMap(({ value }) => value.nodes.flatMap(({ owner }) => owner ?? []))
  expect(new Set(owners).size).toBeGreaterThan(40)
})

test('a county without scripts has none', async () => {
  expect(await readScripts(join(projectRoot, 'counties', 'minimal', 'demo'), 'projects', Script)).toEqual([])
})

test('a scene with two acts, or after the first day, is told with its file and line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xianqu-scripts-'))
  const text = `title: 测试项目
kind: rural
lead: lixiaoyan
drafted: { on: -3, at: "09:00" }
started: { on: 0, at: "09:00" }
nodes:
  - code: "1"
    title: 节点
    story:
      - { on: -1, at: "09:00", submit: 提交了, accept: 通过了 }
`
  mkdirSync(join(folder, 'projects'))
  writeFileSync(join(folder, 'projects', 'test.yaml'), text)
  const problems = readScripts(folder, 'projects', Script).finally(() => rmSync(folder, { recursive: true }))
  await expect(problems).rejects.toThrow(/projects\/test\.yaml:5:16 [\s\S]*projects\/test\.yaml:10:9 /)
})
