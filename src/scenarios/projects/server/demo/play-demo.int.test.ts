import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationOf, playDemo } from '#platform/server/platform/index.ts'
import { setStage } from '#platform/server/stage/index.ts'
import type { NodeRow, Today } from '../../contract/views.ts'
import { openSuichang, type Suichang, suichang } from '../../fixtures/suichang.ts'
import { scenario } from '../../scenario.ts'
import { routes } from '../routes.ts'

const titles = (rows: readonly NodeRow[]) => rows.map(({ title }) => title)
const lampsOf = (rows: readonly NodeRow[]) => rows.map(({ lamp }) => lamp).sort()

/** What somebody sees through the routes. */
async function seenBy(county: Suichang, login: string) {
  const { ask, actorOf } = setStage(county.services, demonstrationOf(county.platform, suichang), routes)
  const cue = { actor: await actorOf(login), at: county.clock.at, key: 'look' }
  return {
    today: () => ask(cue, (router, options) => call(router.today, undefined, options)),
    projects: () => ask(cue, (router, options) => call(router.list, { limit: 200 }, options)),
    node: (node: string) => ask(cue, (router, options) => call(router.node, { node }, options)),
    why: (node: string) => ask(cue, (router, options) => call(router.why, { node }, options)),
  }
}

async function todayOf(county: Suichang, login: string): Promise<Today> {
  return (await seenBy(county, login)).today()
}

describe('the demonstration of Suichang on the morning of a working day', () => {
  let county: Suichang
  beforeAll(async () => {
    county = await openSuichang('2026-11-23T08:40:00+08:00')
    await county.play()
  })
  afterAll(() => county.close())

  test('shows all five kinds of projects and all five lamps to a county leader', async () => {
    const { projects } = await (await seenBy(county, 'chenshumin')).projects()
    expect(projects).toHaveLength(8)
    expect(new Set(projects.map(({ kind }) => kind)).size).toBe(5)
    for (const lamp of ['red', 'yellow', 'blue', 'green', 'white'] as const)
      expect(projects.reduce((sum, { lamps }) => sum + lamps[lamp], 0)).toBeGreaterThan(1)
    expect(projects.reduce((sum, { nodes }) => sum + nodes, 0)).toBeGreaterThan(105)
  })

  test('gives a node owner a day with late, due, returned, running and waiting work', async () => {
    const day = await todayOf(county, 'zhangwei')
    expect(titles(day.late).sort()).toEqual(['临时交通组织与道路衔接', '重点户攻坚（揭榜专班）'])
    expect(lampsOf(day.today)).toEqual(['green', 'yellow', 'yellow'])
    expect(lampsOf(day.running)).toEqual(['blue', 'green', 'green'])
    expect(day.waiting.map(({ state }) => state).sort()).toEqual(['planned', 'planned', 'submitted'])
  })

  test('traces a lateness that came from upstream, and its objection waits for the lead unit', async () => {
    const late = (await todayOf(county, 'zhangwei')).late.find(({ title }) => title === '临时交通组织与道路衔接')
    const why = await (await seenBy(county, 'zhangwei')).why(late?.node ?? '')
    expect(why.upstream.map(({ title }) => title)).toEqual(['施工招标'])
    const lead = await todayOf(county, 'lixiaoyan')
    expect(lead.appeals.map(({ title, state }) => [title, state])).toEqual([['临时交通组织与道路衔接', 'open']])
  })

  test('gives the leads deliverables to accept and late work that climbed to them', async () => {
    for (const login of ['lixiaoyan', 'wangjianguo']) {
      const day = await todayOf(county, login)
      expect(day.toAccept).toHaveLength(2)
      expect(day.climbed.map(({ level }) => level)).toEqual([1])
    }
  })

  test('lets late work climb to the supervision section and one to the discipline commission', async () => {
    const supervised = (await todayOf(county, 'liufang')).climbed
    expect(supervised.length).toBeGreaterThanOrEqual(3)
    expect(new Set(supervised.map(({ level }) => level))).toEqual(new Set([2]))
    const climbed = (await todayOf(county, 'wujing')).climbed
    expect(climbed.map(({ title, level }) => [title, level])).toEqual([['雨污分流管网设计', 3]])
  })

  test('gives the head of a town and a village secretary something that is due', async () => {
    for (const login of ['xuqiang', 'lanchunmei']) {
      const day = await todayOf(county, login)
      expect([day.today.length, day.running.length]).toEqual([1, 1])
    }
  })

  test('tells a node’s story at the hours at which it happened, with evidence', async () => {
    const seen = await seenBy(county, 'lixiaoyan')
    const [submitted] = (await seen.today()).toAccept
    const { trail } = await seen.node(submitted?.node ?? '')
    expect(trail.some(({ evidence }) => evidence.length === 1)).toBe(true)
    expect(trail.every(({ at }) => Date.parse(at) < county.clock.at.getTime())).toBe(true)
  })

  test('hides the confidential project from those who take no part in it', async () => {
    const counts = ['chenshumin', 'zhaolei', 'touzicujin.director'].map(
      async (login) =>
        (await (await seenBy(county, login)).projects()).projects.filter(({ confidential }) => confidential).length,
    )
    expect(await Promise.all(counts)).toEqual([1, 0, 1])
  })

  test('changes nothing when it is played again', async () => {
    const before = await county.countEntries()
    await county.play()
    expect(await county.countEntries()).toBe(before)
  })
})

test('a play that is cut short on a holiday goes on at the next start, counting from the day on which it was begun', async () => {
  const county = await openSuichang('2026-10-04T21:15:00+08:00')
  let turns = 0
  const failing = { ...scenario, sweeps: () => [{ name: 'cut', once: async () => (++turns > 100 ? cut() : 0) }] }
  await expect(playDemo({ ...county.platform, scenarios: [failing] }, join(suichang, 'demo'))).rejects.toThrow('cut')
  county.clock.at = new Date('2026-10-05T07:00:00+08:00')
  await county.play()
  const day = await todayOf(county, 'zhangwei')
  expect([day.workingDay, day.late.length, lampsOf(day.today)]).toEqual([false, 2, ['yellow', 'yellow']])
  expect((await todayOf(county, 'wujing')).climbed).toHaveLength(1)
  const before = await county.countEntries()
  await county.play()
  expect(await county.countEntries()).toBe(before)
  await county.close()
}, 180_000)

function cut(): never {
  throw new Error('cut')
}
