/** A gate through which so many pass at one time; the others wait in order, and give up when their time is over. */
export function gate(most: number): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  const leave = () => {
    inside -= 1
    waiting.shift()?.()
  }
  const enter = async (signal: AbortSignal) => {
    while (inside >= most) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      signal.throwIfAborted()
    }
    inside += 1
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
