import { randomUUID } from 'node:crypto'

/** An answer of the API as it came. */
export type Answer = {
  readonly status: number
  readonly type: string
  /** The cookie that was set, ready to be sent. */
  readonly cookie: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read what the contract promises
  readonly body: any
}

/** Somebody at the API. */
export type Client = {
  readonly cookie: string
  /** Calls a path below `/api`; a command gets an Idempotency-Key of its own unless one is given. */
  call(method: string, path: string, body?: unknown, key?: string): Promise<Answer>
  /** Uploads a file; a resident's go to `/portal/files`. */
  upload(name: string, bytes: Uint8Array | string, key?: string, folder?: '/files' | '/portal/files'): Promise<Answer>
}

/** A client with a session cookie. */
export function openClient(url: string, cookie: string): Client {
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`, { ...init, headers: { cookie, ...init.headers } })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return {
      status: response.status,
      type,
      cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      body: type.includes('json') ? JSON.parse(text) : text,
    }
  }
  return {
    cookie,
    call: (method, path, body, key = randomUUID()) =>
      send(path, {
        method,
        headers: {
          ...(method === 'GET' ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    upload: (name, bytes, key = randomUUID(), folder = '/files') =>
      send(folder, {
        method: 'POST',
        headers: {
          'idempotency-key': key,
          'x-file-name': encodeURIComponent(name),
          'content-type': 'application/octet-stream',
        },
        body: bytes as Uint8Array<ArrayBuffer> | string,
      }),
  }
}
