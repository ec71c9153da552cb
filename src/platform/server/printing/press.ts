import { Worker } from 'node:worker_threads'
import type { Done, Job } from './printer.worker.ts'

/** A thread that prints, so that nobody waits for a paper but who asked for it. */
export type Press = { print(job: Omit<Job, 'id' | 'fonts'>): Promise<Buffer> }

type Waiting = { readonly done: (pdf: Buffer) => void; readonly failed: (error: Error) => void }

/** Starts the thread. It keeps the process alive while it prints, and no longer. */
export function startPress(fonts: readonly string[]): Press {
  const worker = new Worker(new URL('./printer.worker.ts', import.meta.url), { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const settle = (answer: Done) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker.unref()
    if ('pdf' in answer) one?.done(Buffer.from(answer.pdf))
    else one?.failed(new Error(`the template does not print: ${answer.fault}`))
  }
  worker.on('message', settle)
  worker.on('error', (error) => {
    for (const one of waiting.values()) one.failed(error instanceof Error ? error : new Error(String(error)))
    waiting.clear()
  })
  worker.unref()
  return {
    print: (job) =>
      new Promise((done, failed) => {
        last += 1
        waiting.set(last, { done, failed })
        worker.ref()
        worker.postMessage({ ...job, id: last, fonts } satisfies Job)
      }),
  }
}
