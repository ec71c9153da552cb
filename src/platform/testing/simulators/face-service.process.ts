import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { listenHere, standBeside } from '#platform/server/process/index.ts'
import type { FaceFault } from './face-service.ts'

/* The national face service as a county meets it: a process of its own that checks signatures, and passes, fails, keeps waiting or is away. */

let secret = ''
let next: FaceFault = 'pass'
const sessions = new Map<string, FaceFault>()

const server = createServer(async (request, response) => {
  const body = await text(request)
  if (next === 'down') return void request.socket.destroy()
  if (next === 'slow') await sleep(1200)
  if (!isSigned(request, body)) return void response.writeHead(401).end()
  const id = /^\/liveness\/sessions\/([\w-]+)$/.exec(request.url ?? '')?.[1]
  const answer = request.method === 'POST' ? begin() : told(id ?? '')
  response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer ?? {}))
})

function begin() {
  const id = randomUUID()
  sessions.set(id, next)
  return { sessionId: id, h5Url: `https://face.example/h5/${id}` }
}

function told(id: string) {
  const fault = sessions.get(id)
  if (fault === undefined) return undefined
  if (fault === 'wait') return { state: 'pending' }
  return { state: fault === 'fail' ? 'failed' : 'passed', token: `biz-${id}` }
}

function isSigned({ method, url, headers }: IncomingMessage, body: string): boolean {
  const signed = `${method}\n${url}\n${headers['x-time']}\n${body}`
  return headers['x-signature'] === createHmac('sha256', secret).update(signed).digest('hex')
}

standBeside<{ readonly secret: string }, FaceFault>({
  open: async (task) => {
    secret = task.secret
    return { port: await listenHere(server) }
  },
  take: (fault) => {
    next = fault
  },
})
