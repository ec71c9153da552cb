import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendEntries } from '#platform/server/journal/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await testPlatform({ scenarios: [] })
})
afterAll(() => platform.close())

/** Opens a stream on a connection of its own, as a browser does. */
function watch(url: string, cookie: string, topics: string, seen?: string): Promise<IncomingMessage> {
  const headers = { cookie, ...(seen === undefined ? {} : { 'last-event-id': seen }) }
  return new Promise((resolve, reject) =>
    get(`${url}/api/live?topics=${topics}`, { headers, agent: false }, resolve).on('error', reject),
  )
}

async function* eventsOf(response: IncomingMessage): AsyncGenerator<string> {
  let text = ''
  for await (const piece of response.setEncoding('utf8')) {
    text += piece
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 2)
    }
  }
}

test('who is not signed in may not watch', async () => {
  expect((await platform.nobody.call('GET', '/live?topics=plans')).status).toBe(401)
})

test.each(['', 'Plans', 'a,b,c,d,e,f,g,h,i,j,k', '../x'])('topics like %j are refused', async (topics) => {
  const { call } = await platform.as('zhangwei')
  expect((await call('GET', `/live?topics=${topics}`)).status).toBe(422)
})

test('a stream says hello with the position, then what is recorded, and can be taken up again', async () => {
  const { cookie } = await platform.as('zhangwei')
  const response = await watch(platform.url, cookie, 'test')
  expect(response.headers['content-type']).toContain('text/event-stream')
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
  const again = eventsOf(await watch(platform.url, cookie, 'test', seen))
  await again.next()
  expect(String((await again.next()).value)).toBe(changed)
  await again.return(undefined)
})

test('a stream rests on its session in its post: signed out, or gone to another post, it is open no more', async () => {
  const { door } = platform.platform
  const other = await platform.as('zhangwei')
  const session = await door.resolveSession(other.cookie)
  const [id, post] = [session?.id ?? '', session?.post ?? '']
  expect([...(await door.stillOpen([{ id, post }]))]).toEqual([id])
  expect([...(await door.stillOpen([{ id, post: 'another.post' }]))]).toEqual([])
  expect((await other.call('DELETE', '/session')).status).toBe(200)
  expect([...(await door.stillOpen([{ id, post }]))]).toEqual([])
})

test('a server that stops tells its streams when to come again, and ends them', async () => {
  const other = await testPlatform({ scenarios: [] })
  const { cookie } = await other.as('zhangwei')
  const events = eventsOf(await watch(other.url, cookie, 'plans'))
  await events.next()
  await events.next()
  await other.close()
  expect((await events.next()).value).toMatch(/^retry: \d+$/)
  expect((await events.next()).done).toBe(true)
})
