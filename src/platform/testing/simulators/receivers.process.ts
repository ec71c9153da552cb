import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { mailServer } from '#platform/server/demo-receivers/index.ts'
import { listenHere, standBeside, tellStarter } from '#platform/server/process/index.ts'
import type { Fault, Received } from './receivers.ts'

/*
 * What stands outside a county: a webhook, the robots of DingTalk and WeCom, an SMS gateway, a mail server. A process of its own, told
 * by orders which faults to have next; what reaches it is told back.
 */

const faults = new Map<string, Fault[]>()
const tell = (received: Received) => tellStarter(received)
const faultFor = (receiver: string) => faults.get(receiver)?.shift()

const http = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const receiver = url.pathname.split('/')[1] ?? ''
  const body = await text(request)
  const fault = faultFor(receiver)
  if (fault === 'down') return void request.socket.destroy()
  if (fault === '500' || fault === '404') return void response.writeHead(Number(fault)).end()
  tell({
    receiver,
    headers: request.headers as Record<string, string>,
    query: Object.fromEntries(url.searchParams),
    body,
  })
  if (fault === 'slow') await sleep(1500)
  if (fault === 'silent') return void request.socket.destroy()
  if (fault === 'twice') return answerTwice(request)
  answer(response, receiver, fault)
})

/** A broken receiver: it takes the message, and says so and the contrary on one connection. */
function answerTwice({ socket }: IncomingMessage): void {
  const say = (status: string) => socket.write(`HTTP/1.1 ${status}\r\ncontent-length: 2\r\n\r\n{}`)
  say('200 OK')
  say('500 Internal Server Error')
}

function answer(response: ServerResponse, receiver: string, fault: Fault | undefined): void {
  const isRobot = receiver === 'dingtalk' || receiver === 'wecom'
  const refusal = receiver === 'dingtalk' ? 310_000 : 93_000
  const code = fault === 'refuse' ? refusal : fault === 'too-often' ? (receiver === 'dingtalk' ? 130_101 : 45_009) : 0
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(isRobot ? { errcode: code, errmsg: code === 0 ? 'ok' : 'no' } : { code: 'OK' }))
}

const mail = mailServer(
  () => faultFor('mail'),
  (body) => tell({ receiver: 'mail', headers: {}, query: {}, body }),
)

standBeside<unknown, { readonly receiver: string; readonly next: readonly Fault[] }>({
  open: async () => ({ http: await listenHere(http), mail: await listenHere(mail) }),
  take: ({ receiver, next }) => faults.set(receiver, [...next]),
})
