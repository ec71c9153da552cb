import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Meters } from './meters.ts'

/** Where the figures of a process are read. */
export type MetricsAddress = { readonly url: string; stop(): Promise<void> }

/** What is served, and to whom. */
export type MetricsOptions = {
  readonly meters: Meters
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** Asked for as a bearer token where it is set. */
  readonly token: string | undefined
  /** What `/health` answers, and whether the process can be given work. */
  readonly health: () => Promise<{ readonly ready: boolean; readonly body: object }>
}

/** Serves `/metrics` and `/health` on a port of their own, apart from what people use. */
export async function serveMetrics(options: MetricsOptions): Promise<MetricsAddress> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host}:${port}/metrics`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(options: MetricsOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?')[0]
  if (path === '/health') {
    const { ready, body } = await options.health()
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  } else if (path !== '/metrics') response.writeHead(404).end()
  else if (!isAllowed(options.token, request.headers.authorization)) {
    response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
  } else {
    const { type, text } = await options.meters.page()
    response.writeHead(200, { 'content-type': type }).end(text)
  }
}

function isAllowed(token: string | undefined, authorization = ''): boolean {
  return token === undefined || timingSafeEqual(digestOf(`Bearer ${token}`), digestOf(authorization))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
