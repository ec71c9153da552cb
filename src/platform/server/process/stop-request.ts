import { setImmediate as nextTurn } from 'node:timers/promises'
import { isAlive } from './processes.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const pollMs = 250

/**
 * Resolves once, with the reason, when this process is asked to stop: Ctrl-C, a polite kill, a terminal that went away,
 * or the death of one of the processes that started us (`npm start` killed outright takes nobody with it). Signals that
 * follow are swallowed, because under npm each Ctrl-C arrives twice and the first one is already being obeyed.
 * @param starters process numbers to watch
 * @example `await untilToldToStop(config.starters); await server.close()`
 */
export function untilToldToStop(starters: readonly number[] = []): Promise<string> {
  return new Promise((resolve) => {
    for (const name of signals) process.on(name, () => resolve(name))
    const watch = setInterval(() => {
      const gone = starters.find((pid) => !isAlive(pid))
      if (gone === undefined) return
      clearInterval(watch)
      resolve(`process ${gone} is gone`)
    }, pollMs)
    watch.unref()
  })
}

/** Thrown in the place of a result where this process was asked to stop first. */
export class ToldToStop extends Error {}

/**
 * Does work unless this process is asked to stop before it is done. Work that was begun is not broken off: whoever began it takes
 * away what it stands on, and nobody waits for it.
 * @throws ToldToStop
 * @example `await unlessStopped(untilToldToStop(), () => migrate(url, rooms))`
 */
export async function unlessStopped<T>(stopped: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const told = stopped.then(() => {
    throw new ToldToStop()
  })
  await Promise.race([told, nextTurn()])
  return Promise.race([told, work()])
}
