import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** A load: one connection a lane, each reporting on its own nodes in turn. */
export type Load = {
  readonly url: string
  readonly seconds: number
  readonly lanes: readonly { readonly cookie: string; readonly nodes: readonly string[] }[]
}

/** How long each report took, and how many were not acknowledged. */
export type LoadResult = { readonly milliseconds: number[]; readonly failed: number; readonly statuses: string }

const { url, seconds, lanes } = workerData as Load
const agent = new Agent({ keepAlive: true, maxSockets: lanes.length })
const milliseconds: number[] = []
let failed = 0
const statuses = new Set<number>()

const end = performance.now() + seconds * 1000
await Promise.all(lanes.map(run))
parentPort?.postMessage({ milliseconds, failed, statuses: [...statuses].join(', ') } satisfies LoadResult)
agent.destroy()

async function run({ cookie, nodes }: Load['lanes'][number]): Promise<void> {
  for (let turn = 0; performance.now() < end; turn += 1) {
    const started = performance.now()
    const status = await report(cookie, nodes[turn % nodes.length] ?? '')
    milliseconds.push(performance.now() - started)
    if (status === 200) continue
    failed += 1
    statuses.add(status)
  }
}

function report(cookie: string, node: string): Promise<number> {
  const body = JSON.stringify({ progress: 1, note: '完成当日工作量，无异常' })
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/api/nodes/${node}/reports`,
      {
        agent,
        method: 'POST',
        headers: {
          cookie,
          'idempotency-key': randomUUID(),
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode ?? 0))
      },
    )
    call.once('error', reject)
    call.end(body)
  })
}
