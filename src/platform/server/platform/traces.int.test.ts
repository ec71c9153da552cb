import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/server/config/index.ts'
import { openLog } from '#platform/server/log/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { openClient } from '#platform/testing/route-client.ts'
import { type Collector, startCollector } from '#platform/testing/simulators/collector.ts'
import { run } from './start-server.ts'

let world: TestPlatform
let collector: Collector
let log = ''
let told: { readonly trace: string; readonly code: string }

let finds = 1

/** A scenario whose sweep finds something to do, once. */
const findingOnce = defineScenario({
  ...{ id: 'finding', contract: {}, refusals: {}, permissions: {}, rooms: [] },
  routes: () => ({}),
  sweeps: () => [{ name: 'finding.once', once: async () => (finds === 1 ? finds-- : 0) }],
})

/* Everything happens in one process that is stopped before its spans are looked at: what it had to tell is told by then. */
beforeAll(async () => {
  collector = await startCollector()
  world = await testPlatform({ scenarios: [findingOnce], now: new Date() })
  const { cookie } = await world.as('huangtao')
  const config = readConfig({ PORT: '0', XIANQU_TRACES_URL: collector.url, XIANQU_TRACES_TOKEN: 'secret' })
  const lines = openLog('info', {
    write: (line) => {
      log += line
    },
  })
  const running = await run(world.platform, config, lines, { serves: true, works: true })
  const client = openClient(running.url ?? '', cookie)
  await client.call('POST', '/people', { login: 'zhaotiezhu', name: '赵铁柱' })
  told = (await client.call('POST', '/people', { login: 'zhaotiezhu', name: '赵铁柱' })).body
  await running.stop()
})
afterAll(async () => {
  await world.close()
  await collector.stop()
})

const find = (name: string, trace?: string) =>
  collector.spans.filter((span) => span.name === name && (trace === undefined || span.trace === trace))

test('a call is one trace: the route, its command, the transaction and each statement by name', () => {
  const roots = find('POST /api/people')
  expect(roots).toHaveLength(2)
  const [root] = roots
  expect(root?.parent ?? '').toBe('')
  const [command] = find('command POST /people', root?.trace)
  expect(command?.parent).toBe(root?.id)
  const transactions = find('transaction', root?.trace)
  expect(transactions.some(({ parent }) => parent === command?.id)).toBe(true)
  expect(
    find('journal.append', root?.trace).length + find('commands.find-receipts', root?.trace).length,
  ).toBeGreaterThan(0)
})

test('a refusal shows the person the id of its trace, which the log tells too', () => {
  expect(told).toMatchObject({
    code: expect.stringMatching(/^identity\./),
    trace: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  const [root] = find('POST /api/people', told.trace)
  expect(root?.attributes).toMatchObject({ 'xianqu.refusal': told.code, 'http.route': '/api/people' })
  expect(log).toContain(`"trace":"${told.trace}"`)
})

test('a sweep that found something is a trace, and one that found nothing is not', () => {
  expect(find('sweep finding.once').map(({ attributes }) => attributes)).toEqual([{ 'xianqu.found': 1 }])
  expect(collector.spans.filter(({ name }) => name.startsWith('sweep'))).toHaveLength(1)
})

test('a collector that is away costs nothing but the traces', async () => {
  const config = readConfig({ PORT: '0', XIANQU_TRACES_URL: 'http://127.0.0.1:9/v1/traces' })
  const running = await run(world.platform, config, openLog('silent', { write: () => undefined }), {
    serves: true,
    works: false,
  })
  expect((await openClient(running.url ?? '', '').call('GET', '/greeting')).status).toBe(200)
  await running.stop()
})

test('nothing told holds names, and the collector is shown its token', () => {
  expect(JSON.stringify(collector.spans)).not.toMatch(/赵铁柱|zhaotiezhu|huangtao|xianqu_session/)
  expect([...collector.tokens]).toEqual(['Bearer secret'])
})
