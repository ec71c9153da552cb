import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { openClient } from '#platform/testing/route-client.ts'

let world: TestPlatform | undefined
afterEach(() => world?.close())

/** The address that the platform notes of somebody who comes with such a header. */
async function addressNoted(proxies: number, forwarded: string): Promise<string> {
  world = await testPlatform({ scenarios: [], proxies })
  const headers = { 'x-forwarded-for': forwarded, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const post = (path: string, body: object) =>
    fetch(`${world?.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const phone = '13900000001'
  const { shown } = (await (await post('/portal/codes', { phone })).json()) as { shown: string }
  const entered = await post('/portal/session', { phone, code: /\d{6}/.exec(shown)?.[0] })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { body } = await openClient(world.url, cookie).call('GET', '/portal/sessions')
  return body.sessions[0].address
}

test.each([
  [0, '127.0.0.1'],
  [1, '198.51.100.7'],
  [2, '203.0.113.9'],
])(
  'behind %i proxies of ours the address is what the outermost saw, whatever a client writes before it',
  async (proxies, address) => {
    expect(await addressNoted(proxies, '192.0.2.1, 203.0.113.9, 198.51.100.7')).toBe(address)
  },
)
