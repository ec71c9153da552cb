import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import iconv from 'iconv-lite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { registerCounty } from './cli.ts'

const minimal = fileURLToPath(new URL('../../../../counties/minimal', import.meta.url))

let database: TestDatabase
let folder: string
let printed: string[]

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianqu-pack-'))
  await cp(minimal, folder, { recursive: true })
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line))
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = 0
  await rm(folder, { recursive: true })
})

async function run(...args: string[]): Promise<string> {
  const program = new Command()
  const permissions = new Set(['identity.directory.read'])
  const clock = { now: () => new Date('2026-11-22T01:00:00Z') }
  registerCounty(program, async () => ({ database, permissions, clock, close: async () => undefined }))
  await program.parseAsync(['node', 'xianqu', ...args])
  return printed.splice(0).join('\n')
}

describe('xianqu diff and apply', () => {
  test('show what would change, change it, and then have nothing to change', async () => {
    expect(await run('diff', folder)).toContain('机构 organisations: +1 ~0 -0')
    expect(await run('apply', folder)).toContain('已应用')
    expect(await run('apply', folder)).toContain('无需改动')
    expect(JSON.parse(await run('diff', folder, '--json'))).toEqual({ changes: [] })
    expect(process.exitCode).not.toBe(1)
  })

  test('tell problems by file, line and column, and change nothing', async () => {
    await writeFile(
      join(folder, 'organisations', 'all.yaml'),
      'organisations:\n  - { id: county, name: <b>县</b>, kind: county }\n',
    )
    expect(await run('apply', folder)).toContain('organisations/all.yaml:2:25 名称不能为空')
    expect(process.exitCode).toBe(1)
    const told = JSON.parse(await run('diff', folder, '--json'))
    expect(told.problems).toMatchObject([{ line: 2, column: 25, code: 'county.name.forbidden' }])
  })

  test.each([
    ['county.file.encoding', () => iconv.encode('name: 遂昌县', 'gbk')],
    ['county.file.large', () => Buffer.alloc(40 * 1024 * 1024, 'a: b\n')],
  ])('answer a bad file with %s', async (code, content) => {
    await writeFile(join(folder, 'calendar.yaml'), content())
    const told = JSON.parse(await run('diff', folder, '--json'))
    expect(told.problems).toMatchObject([{ file: 'calendar.yaml', code }])
  })

  test('read nothing from outside the folder', async () => {
    await symlink('/etc/hostname', join(folder, 'calendar.yaml'))
    expect(JSON.parse(await run('diff', folder, '--json'))).toEqual({ changes: [] })
  })

  test('tell a folder that is not there', async () => {
    const told = JSON.parse(await run('diff', join(folder, 'nowhere'), '--json'))
    expect(told.problems.map(({ code }: { code: string }) => code)).toEqual(Array(4).fill('county.pack.missing'))
  })
})
