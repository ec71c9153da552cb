import { createHash, createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isForbiddenAddress } from './forbidden-address.ts'
import type { Place } from './places.ts'
import { pointedAt } from './pointer.ts'
import type { Asking, Connector, Order, Question, RawRecord, Reply, Taking } from './question.ts'

type HttpAsking = Extract<Asking, { kind: 'http' }>
type Request = { readonly url: URL; readonly method: string; readonly body: string | undefined }

const bytesAtMost = 4 * 1024 * 1024
const tries = 3
const pauseMilliseconds = 60

/**
 * Asks a system over HTTP until it answers or the time is over: a broken connection, 429 and 5xx are tried again, a little later each
 * time. It follows no redirection, so that nothing but the host of the county's own configuration is ever asked.
 */
export async function askHttp(
  connector: Connector,
  place: Place,
  question: Question & { readonly asking: HttpAsking },
  signal: AbortSignal,
  now: () => Date,
): Promise<Reply> {
  const request = requestOf(new URL(place.address ?? connector.address ?? ''), question)
  if (await isForbiddenAddress(request.url.hostname)) return { kind: 'fault', fault: 'forbidden-host' }
  for (let attempt = 1; ; attempt += 1) {
    const reply = await once(connector, place, request, question, signal, now)
    const again = reply.kind === 'fault' && (reply.fault === 'unreachable' || reply.fault === 'failing')
    if (!again || attempt === tries) return reply
    const paused = await sleep(pauseMilliseconds * 2 ** attempt, true, { signal }).catch(() => false)
    if (!paused) return { kind: 'fault', fault: 'timeout' }
  }
}

/** Sends an order once, under its key; whether to send it again is for the caller. */
export async function sendHttp(
  connector: Connector,
  place: Place,
  order: Order,
  signal: AbortSignal,
  now: () => Date,
): Promise<Taking> {
  const url = new URL(place.address ?? connector.address ?? '')
  url.pathname = `${url.pathname.replace(/\/$/, '')}${order.path}`
  if (await isForbiddenAddress(url.hostname)) return { kind: 'unavailable', reason: 'forbidden-host' }
  const body = JSON.stringify(order.body)
  const headers = {
    ...{ accept: 'application/json', 'content-type': 'application/json; charset=utf-8', 'idempotency-key': order.key },
    ...proofOf(connector, place, { url, method: 'POST', body }, now()),
  }
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    return takingOf(response.status, parse((await textOf(response)) ?? ''))
  } catch {
    return { kind: 'unavailable', reason: signal.aborted ? 'timeout' : 'unreachable' }
  }
}

/** Who says that the order itself is wrong refuses it; who does not know us, or is in trouble, may take it later. */
function takingOf(status: number, answer: unknown): Taking {
  const { reference, state, reason, code } = isRecord(answer) ? answer : {}
  if (status >= 200 && status < 300) {
    if (typeof reference !== 'string') return { kind: 'unavailable', reason: 'unreadable' }
    return { kind: 'taken', reference, ...(typeof state === 'string' && { state }) }
  }
  if (status === 400 || status === 409 || status === 422)
    return {
      ...{ kind: 'refused', reason: typeof reason === 'string' ? reason.slice(0, 200) : `HTTP ${status}` },
      ...(typeof code === 'string' && { code: code.slice(0, 40) }),
    }
  return { kind: 'unavailable', reason: status === 429 || status >= 500 ? 'failing' : 'refused' }
}

function requestOf(base: URL, { asking, number }: Question & { readonly asking: HttpAsking }): Request {
  const url = new URL(base)
  url.pathname = `${base.pathname.replace(/\/$/, '')}${asking.path}`
  const parameters = { ...asking.with, [asking.parameter]: number }
  if (asking.method === 'POST') return { url, method: 'POST', body: JSON.stringify(parameters) }
  url.search = new URLSearchParams(parameters).toString()
  return { url, method: 'GET', body: undefined }
}

async function once(
  connector: Connector,
  place: Place,
  request: Request,
  { id, asking }: Question & { readonly asking: HttpAsking },
  signal: AbortSignal,
  now: () => Date,
): Promise<Reply> {
  const { url, method, body } = request
  const headers: Record<string, string> = {
    ...{ accept: 'application/json', 'x-request-id': id },
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...proofOf(connector, place, request, now()),
  }
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const fault = faultOf(response.status)
    if (fault !== undefined) {
      await response.body?.cancel()
      return { kind: 'fault', fault }
    }
    return readReply(await textOf(response), asking)
  } catch {
    return { kind: 'fault', fault: signal.aborted ? 'timeout' : 'unreachable' }
  }
}

function faultOf(status: number) {
  if (status >= 200 && status < 300) return undefined
  if (status === 429 || status >= 500) return 'failing' as const
  return 'refused' as const
}

async function textOf(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > bytesAtMost) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function readReply(text: string | undefined, asking: HttpAsking): Reply {
  if (text === undefined) return { kind: 'unreadable', detail: 'too-long' }
  const answer = parse(text)
  const records = pointedAt(answer, asking.records)
  if (!Array.isArray(records) || !records.every(isRecord))
    return { kind: 'unreadable', detail: `no list at ${asking.records || '/'}` }
  const asOf = asking.asOf === undefined ? undefined : pointedAt(answer, asking.asOf)
  return { kind: 'records', records, asOf: typeof asOf === 'string' ? asOf : undefined }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What shows the department who asks. The signature is over method, path, time and the digest of the body. */
function proofOf(
  connector: Connector,
  place: Place,
  { url, method, body }: Request,
  now: Date,
): Record<string, string> {
  const { authentication } = connector
  if (authentication === 'bearer') return { authorization: `Bearer ${place.token ?? ''}` }
  if (authentication !== 'hmac-sha256' && authentication !== 'hmac-sm3') return {}
  const at = now.toISOString()
  const digest = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  const signature = createHmac(authentication.slice(5), place.secret ?? '')
    .update([method, `${url.pathname}${url.search}`, at, digest].join('\n'))
    .digest('base64')
  return { 'x-access-key': place.key ?? '', 'x-date': at, 'x-signature': signature }
}
