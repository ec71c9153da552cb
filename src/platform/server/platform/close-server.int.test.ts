import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testPlatform } from '#platform/testing/platform.ts'

test('a server stops at once although connections are open from which nothing was ever asked', async () => {
  const world = await testPlatform({ scenarios: [] })
  const { port } = new URL(world.url)
  const fresh = connect(Number(port), '127.0.0.1')
  const begun = connect(Number(port), '127.0.0.1')
  await Promise.all([once(fresh, 'connect'), once(begun, 'connect')])
  begun.write('GET /api/hea')
  await fetch(`${world.url}/api/health`) // keeps its connection, used and idle
  const ended = Promise.all([once(fresh, 'close'), once(begun, 'close')])
  begun.on('error', () => undefined)
  const began = performance.now()
  await world.close()
  await ended
  expect(performance.now() - began).toBeLessThan(20_000)
})
