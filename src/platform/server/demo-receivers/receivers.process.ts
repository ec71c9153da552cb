import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenHere, standBeside } from '#platform/server/process/index.ts'
import { mailServer } from './mail-server.ts'

/*
 * What stands outside a demonstration county, in a process of its own: whatever a channel would post to, and a mail server. They take
 * what comes and forget it. So that the page of deliveries shows what a real county sees, one message in nine fails at first, and one
 * webhook in forty is refused until it is sent anew.
 */

const seen = new Map<string, number>()
const mostRemembered = 10_000
let count = 0

const http = createServer(async (request, response) => {
  const body = await text(request)
  const id = String(request.headers['webhook-id'] ?? request.headers['idempotency-key'] ?? body)
  response.writeHead(statusFor(id, request.url ?? ''), { 'content-type': 'application/json' })
  response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', code: 'OK' }))
})

/** The answer to the first attempt of a message; every later one is taken. */
function statusFor(id: string, path: string): number {
  const attempts = (seen.get(id) ?? 0) + 1
  if (seen.size > mostRemembered) seen.clear()
  seen.set(id, attempts)
  if (attempts > 1) return 200
  count += 1
  if (count % 40 === 8 && path.startsWith('/webhook')) return 410
  return count % 9 === 4 ? 503 : 200
}

const mail = mailServer(
  () => undefined,
  () => undefined,
)

standBeside({ open: async () => ({ http: await listenHere(http), mail: await listenHere(mail) }) })
