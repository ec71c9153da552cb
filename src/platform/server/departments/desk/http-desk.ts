import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentOf } from '#platform/server/county/index.ts'
import type { Row } from '../people/rows.ts'
import type { Bank } from './bank.ts'
import { bodyOf, inColumns } from './columns.ts'
import type { DeskStore } from './desk-store.ts'
import type { Order, Orders } from './orders.ts'

type Dataset = DocumentOf<'dataset'>
type HttpSource = Extract<Dataset['source'], { kind: 'http' }>

/** What the desk shows of who it believes: the secrets that it shares with whoever may ask. */
export type Believed = Readonly<Record<string, { token?: string; key?: string; secret?: string }>>

/** What the departments' HTTP desks are made of. */
export type HttpDesk = {
  readonly datasets: readonly Dataset[]
  readonly connectors: readonly DocumentOf<'connector'>[]
  readonly believed: Believed
  readonly store: DeskStore
  readonly orders: Orders
  readonly bank: Bank
  /** Hears every question. */
  asked(question: { readonly connector: string; readonly dataset: string; readonly id: string }): void
}

/** Serves every department that is asked over HTTP, each under a path of its own. */
export function openHttpDesk(desk: HttpDesk): Server {
  return createServer((request, response) => {
    answer(desk, request, response).catch(() => response.destroy())
  })
}

async function answer(desk: HttpDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk')
  const [, connector = '', ...rest] = url.pathname.split('/')
  const body = await text(request)
  if (connector === 'bank') return pay(desk, request, response, { path: rest.join('/'), body })
  const dataset = desk.datasets.find(
    ({ source }) => source.kind === 'http' && source.connector === connector && source.path === `/${rest.join('/')}`,
  )
  if (dataset?.source.kind !== 'http' || dataset.source.method !== request.method)
    return reply(response, 404, { error: 'no such service' })
  if (!isBelieved(desk, connector, request, body)) return reply(response, 401, { error: 'unauthorised' })
  const { source } = dataset
  desk.asked({ connector, dataset: dataset.id, id: String(request.headers['x-request-id'] ?? '') })
  const parameters =
    source.method === 'POST' ? (JSON.parse(body) as Record<string, string>) : Object.fromEntries(url.searchParams)
  const order = desk.orders.next(connector)
  if (order?.behave === 'down') return void response.destroy()
  if (order?.behave === 'slow') await sleep(order.milliseconds ?? 1000)
  if (order?.behave === 'error') return reply(response, 500, { error: 'internal' })
  if (order?.behave === 'empty') return reply(response, 200, {})
  if (order?.behave === 'not-json') return reply(response, 200, '<html>系统维护中</html>')
  reply(
    response,
    200,
    bodyOf(source, rowsFor(desk.store, dataset, parameters[source.parameter] ?? '', order), new Date()),
  )
}

/** Takes a payment, or closes the number of one. `twice`: it is done, and the answer is lost on its way. */
async function pay(
  desk: HttpDesk,
  request: IncomingMessage,
  response: ServerResponse,
  { path, body }: { readonly path: string; readonly body: string },
): Promise<void> {
  if (!isBelieved(desk, 'bank', request, body)) return reply(response, 401, { error: 'unauthorised' })
  const order = desk.orders.next('bank')
  if (order?.behave === 'down') return void response.destroy()
  if (order?.behave === 'slow') await sleep(order.milliseconds ?? 1000)
  if (order?.behave === 'error') return reply(response, 500, { error: 'internal' })
  const asked = JSON.parse(body) as Record<string, unknown>
  const taken =
    path === 'transfers/closings'
      ? desk.bank.close(String(asked.number))
      : desk.bank.take(String(request.headers['idempotency-key'] ?? ''), asked)
  if (order?.behave === 'twice') return void response.destroy()
  reply(response, taken.status, taken.answer)
}

function rowsFor(
  store: DeskStore,
  dataset: Dataset,
  number: string,
  order: Order | undefined,
): Record<string, unknown>[] {
  const rows = order?.behave === 'wrong-person' ? store.findOther(dataset.id, number) : store.find(dataset.id, number)
  const columns = rows.map((row) => inColumns(dataset, row))
  if (order?.behave === 'schema')
    return columns.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [`${key}_new`, value])))
  if (order?.behave === 'twice') return [...columns, ...columns]
  if (order?.behave === 'duplicate')
    return [...columns, ...rows.map((row) => inColumns(dataset, differing(dataset, row)))]
  return columns
}

/** The same person, and something else about them. */
function differing(dataset: Dataset, row: Row): Row {
  const told = new Set([dataset.key, dataset.nameField])
  const other = Object.entries(row).map(([field, value]) => [
    field,
    typeof value === 'number' && !told.has(field) ? value + 1 : value,
  ])
  return Object.fromEntries(other)
}

function isBelieved({ connectors, believed }: HttpDesk, id: string, request: IncomingMessage, body: string): boolean {
  const authentication = connectors.find((one) => one.id === id)?.authentication
  const { token = '', key = '', secret = '' } = believed[id] ?? {}
  if (authentication === 'bearer') return isSame(String(request.headers.authorization ?? ''), `Bearer ${token}`)
  if (authentication !== 'hmac-sha256' && authentication !== 'hmac-sm3') return true
  const digest = createHash('sha256').update(body).digest('hex')
  const signature = createHmac(authentication.slice(5), secret)
    .update([request.method, request.url, request.headers['x-date'], digest].join('\n'))
    .digest('base64')
  return request.headers['x-access-key'] === key && isSame(String(request.headers['x-signature'] ?? ''), signature)
}

function isSame(shown: string, expected: string): boolean {
  const digest = (one: string) => createHash('sha256').update(one).digest()
  return timingSafeEqual(digest(shown), digest(expected))
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

export type { HttpSource }
