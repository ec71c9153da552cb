import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type Platform, runToEnd, startPlatform } from './platform.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianqu-restore-'))
const env = { XIANQU_DEMO: 'stories' }
const started: Platform[] = []

async function start(data: string): Promise<Platform> {
  const platform = await startPlatform({ data, env })
  started.push(platform)
  return platform
}

afterEach(async () => {
  for (const platform of started.splice(0)) await platform.interrupt()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a platform that is backed up while it runs starts from a new data folder with its record proven', async () => {
  const [old, young, file] = [join(folder, 'old'), join(folder, 'new'), join(folder, 'one.backup')]
  const platform = await start(old)
  const backup = await runToEnd(['backup', '--out', file], { data: old, env })
  expect(backup).toMatchObject({ status: 0 })
  const before = await runToEnd(['doctor', '--json'], { data: old, env })
  await platform.interrupt()
  const restored = await runToEnd(['restore', file], { data: young, env })
  expect(restored).toMatchObject({ status: 0, output: expect.stringContaining('Restored the backup') })
  const again = await start(young)
  expect(await (await fetch(`${again.url}/api/health`)).json()).toMatchObject({ status: 'ok' })
  const after = await runToEnd(['doctor', '--json'], { data: young, env })
  expect(JSON.parse(after.stdout).counts).toEqual(JSON.parse(before.stdout).counts)
})

test('a server and a worker join a platform that runs, and stop when they are told to', async () => {
  const data = join(folder, 'halves')
  await start(data)
  const refused = await runToEnd(['worker'], { data: join(folder, 'never'), env })
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('No platform has been started') })
  const server = await startPlatform({ data, env, command: [process.execPath, 'bin/xianqu.mjs', 'serve'] })
  started.push(server)
  expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({ status: 'ok' })
  expect(await server.interrupt('SIGTERM')).toBe(0)
})
