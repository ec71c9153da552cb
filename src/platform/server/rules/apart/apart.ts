import { Worker } from 'node:worker_threads'
import { type Result, refuse } from '#platform/kernel/result.ts'
import { gate } from '#platform/server/gate/index.ts'
import type { DocumentReading } from '../domain/check/read-document.ts'
import type { PastCase, TryOut } from '../domain/try-out.ts'
import type { Task } from './task.ts'

/*
 * A document that nobody has approved is a program of somebody else's: a few kilobytes of FEEL can take minutes to read, and longer to
 * work out. It is therefore read and tried in a thread of its own, few at one time, with an end to time and memory, and everybody else is
 * served meanwhile.
 */

/** A table of 800 rows is read in less than one. */
const readSeconds = 10
/** Five thousand cases under two versions take some. */
const trySeconds = 20
const memoryMegabytes = 512
const atOneTime = 2
const pass = gate(atOneTime)

/** Reads a document that somebody has handed in. Refusals: those of `readModel`, and `rules.time.over`. */
export function readApart(xml: string, seconds = readSeconds): Promise<Result<DocumentReading>> {
  return apart({ kind: 'read', xml }, seconds)
}

/** Tries one on past cases. Refusals: those of `readModel`, `rules.decision.unknown`, `rules.time.over`. */
export function tryApart(
  tried: {
    readonly before: string
    readonly after: string
    readonly decision: string
    readonly cases: readonly PastCase[]
  },
  seconds = trySeconds,
): Promise<Result<TryOut>> {
  return apart({ kind: 'try', ...tried }, seconds)
}

/** The time to wait for one's turn counts like the time to work. */
async function apart<T>(task: Task, seconds: number): Promise<Result<T>> {
  const over = refuse('rules.time.over', { milliseconds: seconds * 1000 })
  const patience = AbortSignal.timeout(seconds * 1000)
  return pass(patience, () => inThread<T>(task, patience, over)).catch((error: unknown) => {
    if (!patience.aborted) throw error
    return over
  })
}

function inThread<T>(task: Task, patience: AbortSignal, over: Result<T>): Promise<Result<T>> {
  const worker = new Worker(new URL('./apart.worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  })
  return new Promise<Result<T>>((resolve, reject) => {
    patience.addEventListener('abort', () => resolve(over), { once: true })
    worker.once('message', (answer: Result<T>) => resolve(answer))
    worker.once('error', (error) => (isMemory(error) ? resolve(over) : reject(error)))
    worker.once('exit', (code) => reject(new Error(`the thread that reads rules ended with ${code}`)))
  }).finally(() => worker.terminate())
}

function isMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
