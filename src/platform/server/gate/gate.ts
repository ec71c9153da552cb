/** Lets work through, so many at one time; the others wait in order, and give up when their signal says so. */
export type Gate = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>

/**
 * A gate through which `most` pass at one time. Who gives up leaves the queue, so that a place that falls free goes to somebody who still
 * waits; their call rejects with the signal's reason, and their work is never begun.
 * @example const pass = gate(4); await pass(AbortSignal.timeout(2000), () => ask(department))
 */
export function gate(most: number): Gate {
  let inside = 0
  const waiting = new Set<() => void>()
  const enter = (signal: AbortSignal) => {
    signal.throwIfAborted()
    if (inside < most) {
      inside += 1
      return Promise.resolve()
    }
    return new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(comeIn)
        reject(signal.reason)
      }
      const comeIn = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      waiting.add(comeIn)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }
  /** Hands the place on to whoever has waited longest, or leaves it free. */
  const leave = () => {
    const [next] = waiting
    if (next === undefined) inside -= 1
    else {
      waiting.delete(next)
      next()
    }
  }
  return async (signal, work) => {
    await enter(signal)
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
