import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/kernel/clock.ts'
import { type Connector, type Connectors, openConnectors } from './index.ts'

/* A department written down by hand, apart from the simulated ones. */
let url: string
let connectors: Connectors
const heard: string[] = []
const server = createServer((request, response) => answer(request, response))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const places: Record<string, { address: string; token?: string; key?: string; secret?: string }> = {
    plain: { address: url, token: 'a token' },
    signed: { address: url, key: 'xianqu', secret: 'shared' },
    cloud: { address: 'http://169.254.169.254' },
  }
  connectors = openConnectors((id) => places[id], systemClock)
})
afterAll(async () => {
  await connectors.close()
  server.closeAllConnections()
  server.close()
})

function answer(request: IncomingMessage, response: ServerResponse): void {
  heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
  const path = new URL(request.url ?? '/', url).pathname
  if (path === '/away') return void response.writeHead(302, { location: `${url}/secrets` }).end()
  if (path === '/long') return void response.end(`{"list":["${'x'.repeat(5 * 1024 * 1024)}"]}`)
  if (path === '/gone') return void response.writeHead(404).end('{"list":[]}')
  if (path === '/once' && heard.filter((line) => line.includes('/once')).length < 2)
    return void response.writeHead(503).end()
  if (path === '/signed') return void response.end(JSON.stringify({ list: [{ good: isSigned(request) }] }))
  response.end('{"data":{"the/list":[{"a":1}]},"list":[{"a":1}],"day":"2026-03-01"}')
}

function isSigned({ method, url: path, headers }: IncomingMessage): boolean {
  const digest = createHash('sha256').update('').digest('hex')
  const signature = createHmac('sm3', 'shared')
    .update([method, path, headers['x-date'], digest].join('\n'))
    .digest('base64')
  return headers['x-access-key'] === 'xianqu' && headers['x-signature'] === signature
}

const connector = (id: string, authentication: Connector['authentication'] = 'bearer'): Connector => ({
  ...{ id, kind: 'http', authentication, together: 4, breaker: { failures: 50, seconds: 30 } },
})
const ask = (path: string, of: Connector = connector('plain'), records = '/list') =>
  connectors.ask(of, {
    ...{ id: 'q', number: '1 & 2', withinMilliseconds: 2000 },
    asking: { kind: 'http', method: 'GET', path, parameter: 'id', with: { v: '1' }, records, asOf: '/day' },
  })

test('the number goes along escaped, with what is always the same, and the token in its header', async () => {
  expect(await ask('/found')).toEqual({ kind: 'records', records: [{ a: 1 }], asOf: '2026-03-01' })
  expect(heard.at(-1)).toBe('GET /found?v=1&id=1+%26+2 Bearer a token')
})

test('a pointer finds a list under a name with a slash; one that finds none is no empty list', async () => {
  expect(await ask('/found', connector('plain'), '/data/the~1list')).toMatchObject({ records: [{ a: 1 }] })
  expect((await ask('/found', connector('plain'), '/nowhere')).kind).toBe('unreadable')
})

test('a redirection is not followed, and a host of the clouds is never asked', async () => {
  expect(await ask('/away')).toEqual({ kind: 'fault', fault: 'refused' })
  expect(heard.some((line) => line.includes('/secrets'))).toBe(false)
  expect(await ask('/found', connector('cloud'))).toEqual({ kind: 'fault', fault: 'forbidden-host' })
})

test('a page that is not there is not “no record”, and an answer without end is not read', async () => {
  expect(await ask('/gone')).toEqual({ kind: 'fault', fault: 'refused' })
  expect(await ask('/long')).toEqual({ kind: 'unreadable', detail: 'too-long' })
})

test('trouble that is over at the next try is nobody’s trouble', async () => {
  expect((await ask('/once')).kind).toBe('records')
})

test('a question that must be signed is signed as the department reckons it', async () => {
  expect(await ask('/signed', connector('signed', 'hmac-sm3'))).toMatchObject({ records: [{ good: true }] })
})

test('where nobody has told where it stands, it is not asked', async () => {
  expect(await ask('/found', connector('unknown'))).toEqual({ kind: 'fault', fault: 'no-address' })
})
