import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'

/* What is brought: refused whole, kept once, shown by what it is. */

const picture = (tail = '') => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`picture ${tail}`)])
let world: TestPlatform
let resident: Client

beforeAll(async () => {
  world = await testPlatform({ scenarios: [] })
  const phone = '13900000001'
  const { body } = await world.nobody.call('POST', '/portal/codes', { phone })
  const entered = await world.nobody.call('POST', '/portal/session', { phone, code: /\d{6}/.exec(body.shown)?.[0] })
  resident = openClient(world.url, entered.cookie)
  await bring('已有.pdf', Buffer.from('%PDF-1.7'))
}, 60_000)
afterAll(() => world.close())

const bring = (name: string, bytes: Buffer, key?: string) => resident.upload(name, bytes, key, '/portal/files')
/** The files in the folder of bytes, whoever brought them. */
const kept = () =>
  readdirSync(join(world.data, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

test('what is not taken is told so, and no byte of it stays', async () => {
  const before = kept()
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  for (const [name, bytes] of [
    ['a.jpg', page],
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['empty.csv', Buffer.alloc(0)],
    ['picture.html', picture()],
    ['picture.jpg.hta', picture()],
  ] as const)
    expect((await bring(name, bytes)).body.code, name).toBe('files.kind-refused')
  expect(kept()).toBe(before)
})

test('a key brings one file: again it is that file, with other bytes or another name it is refused', async () => {
  const first = await bring('门口.jpg', picture('one'), 'key-1')
  expect(first).toMatchObject({ status: 200, body: { mediaType: 'image/jpeg' } })
  expect((await bring('门口.jpg', picture('one'), 'key-1')).body).toEqual(first.body)
  for (const [name, bytes] of [
    ['门口.jpg', picture('two')],
    ['后门.jpg', picture('one')],
  ] as const)
    expect((await bring(name, bytes, 'key-1')).body.code, name).toBe('command.key-reused')
})

test('a resident of whom only a phone is known does not fill the disk', async () => {
  const all = await Promise.all(Array.from({ length: 121 }, () => bring('同一张', picture(), 'key-2')))
  expect(all.filter(({ status }) => status === 200).length).toBeGreaterThan(50)
  expect(all.at(-1)?.body).toMatchObject({ code: 'rate.exceeded', status: 429 })
})

test('a body nested without end is malformed and no fault of ours, at whichever door', async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
  const wide = `${'['.repeat(70)}${']'.repeat(70)}`
  for (const path of ['/session', '/portal/codes', '/notices/read'])
    for (const body of [deep, wide]) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
      const answer = await fetch(`${world.url}/api${path}`, { method: 'POST', headers, body })
      expect(await answer.json(), path).toMatchObject({ status: 400, code: 'input.malformed' })
    }
})
