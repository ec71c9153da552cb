import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deliveryRoutes } from '#platform/server/http/index.ts'
import { demonstrationOf } from '#platform/server/platform/index.ts'
import type { Demonstration } from '#platform/server/scenario/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { playScripts, setStage } from './index.ts'

const Script = z.strictObject({ says: z.string() })

let world: TestPlatform
let demo: Demonstration
let folder: string

beforeAll(async () => {
  world = await testPlatform({ scenarios: [] })
  folder = mkdtempSync(join(tmpdir(), 'xianqu-stage-'))
  mkdirSync(join(folder, 'greeting'))
  writeFileSync(join(folder, 'greeting', 'hello.yaml'), 'says: 您好\n')
  demo = demonstrationOf(world.platform, folder)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

test('a play that is cut short is played on with the days of its beginning, and one that is over is not played again', async () => {
  const { services } = world.platform
  const seen: string[] = []
  const play = (fails: boolean) =>
    playScripts(services, demo, { scenario: 'greeting', shape: Script }, async ({ scripts, begunAt, days }) => {
      seen.push(`${scripts[0]?.value.says} ${begunAt.toISOString()} ${days.dayOf(-1)}`)
      if (fails) throw new Error('cut short')
    })
  await expect(play(true)).rejects.toThrow('cut short')
  world.clock.advance(40 * 86_400_000)
  await play(false)
  await play(false)
  expect(seen).toEqual(Array(2).fill('您好 2026-03-02T01:00:00.000Z 2026-02-28'))
})

test('a county without scripts has no play', async () => {
  await playScripts(world.platform.services, demo, { scenario: 'nothing', shape: Script }, async () => {
    throw new Error('played')
  })
})

test('a route is asked as somebody of the county, and what it refuses is thrown with the key', async () => {
  const stage = setStage(world.platform.services, demo, deliveryRoutes)
  const at = new Date('2026-03-02T09:00:00+08:00')
  const ask = async (login: string) =>
    stage.ask({ actor: await stage.actorOf(login), at, key: 'greeting/1' }, (router, options) =>
      call(router.deadMessages, { limit: 5 }, options),
    )
  expect(await ask('huangtao')).toMatchObject({ messages: [] })
  await expect(ask('lixiaoyan')).rejects.toThrow('greeting/1: permission.missing')
})

test('a file is brought once for a key and a name', async () => {
  const stage = setStage(world.platform.services, demo, deliveryRoutes)
  const cue = {
    actor: await stage.actorOf('lixiaoyan'),
    at: new Date('2026-03-02T09:00:00+08:00'),
    key: 'greeting/2',
  }
  const picture = stage.pictures[0] as Buffer
  const first = await stage.bring(cue, '现场.png', picture)
  expect(await stage.bring(cue, '现场.png', picture)).toBe(first)
  expect(await stage.bring(cue, '现场二.png', picture)).not.toBe(first)
  await expect(stage.bring(cue, '现场.exe', Buffer.from('MZ'))).rejects.toThrow('现场.exe')
})
