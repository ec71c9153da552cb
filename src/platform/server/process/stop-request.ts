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
