import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'

/** A process of ours that stands beside this one, as somebody else's server would, and ends with it. */
export type Beside<Ready> = {
  /** What it said when it was ready. */
  readonly ready: Ready
  /** Gives it an order; waits until it has taken it. */
  order(order: unknown): Promise<void>
  stop(): Promise<void>
}

/** What it is started with. */
export type BesideParts = {
  readonly task?: unknown
  /** Hears what it tells between its start and its end. */
  readonly hear?: (told: never) => void
}

type Said = { readonly ready?: unknown; readonly told?: never; readonly taken?: number }

/** Starts a file that calls `standBeside` as a process; throws where it ends before it is ready. */
export async function startBeside<Ready>(file: string, { task, hear }: BesideParts = {}): Promise<Beside<Ready>> {
  const child = fork(file, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`${basename(file)} ended with status ${status}`)))
    child.on('message', (said: Said) => {
      if (said.ready !== undefined) resolve(said.ready as Ready)
      if (said.told !== undefined) hear?.(said.told)
    })
    child.send({ task: task ?? {} })
  })
  let orders = 0
  return {
    ready,
    order: (order) => {
      orders += 1
      return give(child, order, orders)
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

function give(child: ChildProcess, order: unknown, number: number): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ taken }: Said) => {
      if (taken !== number) return
      child.off('message', hear)
      resolve()
    }
    child.on('message', hear)
    child.send({ order, number })
  })
}
