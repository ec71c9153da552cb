import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** A crowd at a window: bodies to be sent, each under a key of its own, over so many connections. */
export type Crowd = {
  readonly url: string
  readonly cookie: string
  readonly connections: number
  readonly sends: readonly { readonly key: string; readonly body: string }[]
}

/** What came of each, in the order sent: the case, or the status where it was not acknowledged. */
export type CrowdResult = {
  readonly seconds: number
  readonly milliseconds: number[]
  readonly answers: readonly { readonly key: string; readonly status: number; readonly case: string }[]
}

const { url, cookie, connections, sends } = workerData as Crowd
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const milliseconds: number[] = []
const answers: CrowdResult['answers'][number][] = []
const next = sends.values()
const began = performance.now()
await Promise.all(Array.from({ length: connections }, send))
parentPort?.postMessage({ seconds: (performance.now() - began) / 1000, milliseconds, answers } satisfies CrowdResult)
agent.destroy()

async function send(): Promise<void> {
  for (const { key, body } of next) {
    const started = performance.now()
    const { status, text } = await post(key, body)
    milliseconds.push(performance.now() - started)
    answers.push({ key, status, case: status === 200 ? JSON.parse(text).case : '' })
  }
}

function post(key: string, body: string): Promise<{ status: number; text: string }> {
  const headers = {
    ...{ cookie, 'idempotency-key': key, 'content-type': 'application/json' },
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/cases`, { agent, method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.once('error', reject)
    call.end(body)
  })
}
