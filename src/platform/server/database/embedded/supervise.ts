import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { stop } from './postmaster.ts'

const pauseMs = 500

/** Keeps a server running until it is told to stop: one that dies is started again, as often as it takes. */
export async function superviseServer(
  start: () => Promise<ChildProcess>,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false
  let child: ChildProcess | undefined
  let revival = Promise.resolve()

  const watch = (started: ChildProcess) => {
    child = started
    started.once('exit', (code, signal) => {
      child = undefined
      if (stopping) return
      log(`PostgreSQL ended unexpectedly (${signal ?? code}); starting it again`)
      revival = revive()
    })
  }
  const revive = async () => {
    while (!stopping && !child) {
      await start().then(watch, (error: Error) => log(error.message))
      if (!child) await sleep(pauseMs)
    }
  }

  watch(await start())
  return {
    async stop() {
      stopping = true
      await revival
      if (child?.pid) await stop(child.pid)
    },
  }
}
