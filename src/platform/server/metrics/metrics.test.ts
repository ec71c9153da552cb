import { afterEach, expect, test } from 'vitest'
import { openMeters } from './meters.ts'
import { type MetricsAddress, serveMetrics } from './metrics-address.ts'

const open: MetricsAddress[] = []

afterEach(async () => {
  for (const address of open.splice(0)) await address.stop()
})

async function serve(token?: string, ready = true) {
  const meters = openMeters()
  const health = async () => ({ ready, body: { readiness: ready ? 'ready' : 'failing' } })
  const address = await serveMetrics({ meters, host: '127.0.0.1', port: 0, token, health })
  open.push(address)
  return { meters, url: address.url }
}

test('the page tells requests by route and status, and the delay of the event loop', async () => {
  const { meters, url } = await serve()
  meters.answered({ method: 'GET', route: '/api/notices', status: 200, seconds: 0.02 })
  meters.delivered('sms', 'dead')
  const text = await (await fetch(url)).text()
  expect(text).toContain(
    'xianqu_http_request_seconds_bucket{le="0.025",method="GET",route="/api/notices",status="200"} 1',
  )
  expect(text).toContain('xianqu_deliveries_total{channel="sms",outcome="dead"} 1')
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
})

test('a gauge is asked for when the page is read, and is left out where it cannot be had', async () => {
  const { meters, url } = await serve()
  let asked = 0
  meters.gauge({ name: 'waiting', help: 'h', label: 'sweep', read: () => [{ of: 'plans', value: ++asked }] })
  meters.gauge({ name: 'lost', help: 'h', read: () => Promise.reject(new Error('the database is away')) })
  await fetch(url)
  const text = await (await fetch(url)).text()
  expect(text).toContain('waiting{sweep="plans"} 2')
  expect(text).not.toMatch(/^lost/m)
})

test('with a token set, the page is for those who show it', async () => {
  const { url } = await serve('secret')
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
  expect((await fetch(url, { headers: { authorization: 'Bearer secret' } })).status).toBe(200)
})

test.each([
  [true, 200],
  [false, 503],
])('health with ready %s answers %i, so that a supervisor can look', async (ready, status) => {
  const { url } = await serve(undefined, ready)
  expect((await fetch(new URL('/health', url))).status).toBe(status)
})
