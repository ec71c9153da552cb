import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendEntries } from '#platform/server/journal/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await testPlatform({ scenarios: [] })
})
afterAll(() => platform.close())

async function* eventsOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) throw new Error('no stream')
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 2)
    }
  }
}

const watch = async (topics: string, headers: Record<string, string> = {}) => {
  const { cookie } = await platform.as('zhangwei')
  return fetch(`${platform.url}/api/live?topics=${topics}`, { headers: { cookie, ...headers } })
}

test('who is not signed in may not watch', async () => {
  expect((await platform.nobody.call('GET', '/live?topics=plans')).status).toBe(401)
})

test.each(['', 'Plans', 'a,b,c,d,e,f,g,h,i,j,k', '../x'])('topics like %j are refused', async (topics) => {
  expect((await watch(topics)).status).toBe(422)
})

test('a stream says hello with the position, then what is recorded, and can be taken up again', async () => {
  const response = await watch('test')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const events = eventsOf(response)
  expect((await events.next()).value).toBe('retry: 2000')
  const hello = String((await events.next()).value)
  expect(hello).toContain('event: hello')
  const { jurisdiction, database, clock } = platform.platform.services
  const entry = {
    jurisdiction,
    version: 1,
    kind: 'test.done',
    recordedAt: clock.now(),
    actor: { system: 'clock' },
    payload: {},
  }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [{ ...entry, stream: 'test/1' }]))
  await platform.seal()
  const changed = String((await events.next()).value)
  expect(changed).toContain('"streams":["test/1"]')
  await events.return(undefined)
  const seen = /^id: (\d+)/.exec(hello)?.[1] ?? ''
  const again = eventsOf(await watch('test', { 'last-event-id': seen }))
  await again.next()
  expect(String((await again.next()).value)).toBe(changed)
  await again.return(undefined)
})

test('a server that stops ends its streams', async () => {
  const other = await testPlatform({ scenarios: [] })
  const { cookie } = await other.as('zhangwei')
  const events = eventsOf(await fetch(`${other.url}/api/live?topics=plans`, { headers: { cookie } }))
  await events.next()
  await events.next()
  await other.close()
  expect((await events.next()).done).toBe(true)
})
