import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, startPlatform } from './platform.ts'

let clone: string

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'xianqu-clone-'))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of files.trim().split('\n')) cpSync(join(root, file), join(clone, file), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  execFileSync('git', ['init', '--quiet'], { cwd: clone })
})

afterAll(() => {
  rmSync(clone, { recursive: true, force: true })
})

test('a new scenario passes the gate of its own folder as it is made, boots, and leaves no trace when its folder is deleted', async () => {
  expect(tool('new-scenario', 'banquets', '农村家宴', 'Rural banquets')).toMatchObject({ status: 0 })
  const gate = tool('check', 'src/scenarios/banquets')
  expect(gate.status, gate.stdout).toBe(0)

  const command = [process.execPath, join(clone, 'bin', 'xianqu.mjs'), 'start'] as const
  const platform = await startPlatform({ data: join(clone, '.xianqu'), command })
  const openapi = (await (await fetch(new URL('/api/openapi.json', platform.url))).json()) as { paths: object }
  await platform.interrupt()
  expect(Object.keys(openapi.paths)).toContain('/banquets')

  rmSync(join(clone, 'src', 'scenarios', 'banquets'), { recursive: true })
  tool('gen')
  expect(spawnSync('git', ['grep', '--quiet', '--untracked', 'banquets', '--', 'src'], { cwd: clone }).status).toBe(1)
})

test('a scenario that is there already is not written over', () => {
  expect(tool('new-scenario', 'projects', '项目')).toMatchObject({ status: 1 })
})

test('an id that cannot be a folder, a schema and a word in code is refused', () => {
  for (const id of ['Banquets', '家宴', '../x', 'a-b'])
    expect(tool('new-scenario', id, '家宴')).toMatchObject({ status: 1 })
})

function tool(...args: string[]) {
  const bin = join(clone, 'bin', 'xianqu.mjs')
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  })
}
