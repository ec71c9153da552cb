import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Bench } from './harness.ts'
import { percentile } from './percentile.ts'

const wanted = process.argv.includes('--small') ? 500 : 15_000
const together = 250
const rounds = 5
const patienceMilliseconds = 20_000

/** What the serving process tells. */
type Told = { readonly url?: string; readonly cookie?: string; readonly megabytes?: number; readonly toldAt?: number }

/** Open event streams on one serving process: how long after something is recorded the last one knows, and what each costs. */
export const bench: Bench = {
  name: 'live',
  async run(meter) {
    const process = join(import.meta.dirname, 'live', 'server.process.ts')
    const child = fork(process, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    const ask = async (question: string) => {
      const answer = once(child, 'message')
      child.send(question)
      return ((await answer) as [Told])[0]
    }
    try {
      const [{ url = '', cookie = '' }] = (await once(child, 'message')) as [Told]
      const before = await ask('memory')
      const streams = await openStreams(new URL(url), cookie)
      meter.say(`${streams.length} of ${wanted} streams are open`)
      const during = await ask('memory')
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const heard = streams.map((stream) => stream.next())
        const { toldAt = 0 } = await ask('tell')
        times.push(...(await Promise.all(heard)).map((at) => at - toldAt))
      }
      const kilobytes = (((during.megabytes ?? 0) - (before.megabytes ?? 0)) * 1024) / streams.length
      const name = `told_${streams.length}_streams`
      meter.report({ metric: `${name}_p99_ms`, value: percentile(times, 0.99), unit: 'ms', runs: rounds })
      meter.report({ metric: `${name}_last_ms`, value: percentile(times, 1), unit: 'ms', runs: rounds })
      meter.report({ metric: 'memory_a_stream_kB', value: kilobytes, unit: 'kB', runs: 1 })
      for (const { socket } of streams) socket.destroy()
    } finally {
      child.disconnect()
      await once(child, 'exit')
    }
  },
}

type Stream = { readonly socket: Socket; next(): Promise<number> }

/** As many streams as are wanted, or as the machine's limits allow. */
async function openStreams(url: URL, cookie: string): Promise<Stream[]> {
  const streams: Stream[] = []
  while (streams.length < wanted) {
    const batch = Array.from({ length: Math.min(together, wanted - streams.length) }, () => openStream(url, cookie))
    const opened = await Promise.allSettled(batch)
    streams.push(...opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    if (opened.some(({ status }) => status === 'rejected')) break
  }
  return streams
}

function openStream(url: URL, cookie: string): Promise<Stream> {
  const socket = connect(Number(url.port), url.hostname)
  let hear: (at: number) => void = () => undefined
  const next = () =>
    new Promise<number>((heard, lost) => {
      const timer = setTimeout(() => lost(new Error('a stream was not told')), patienceMilliseconds)
      hear = (at) => {
        clearTimeout(timer)
        heard(at)
      }
    })
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error('the stream did not open')), patienceMilliseconds)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      if (chunk.includes('event: hello')) {
        clearTimeout(impatience)
        resolve({ socket, next })
      }
      if (chunk.includes('event: changed')) hear(Date.now())
    })
    socket.write(`GET /api/live?topics=test HTTP/1.1\r\nHost: ${url.host}\r\nCookie: ${cookie}\r\n\r\n`)
  })
}
