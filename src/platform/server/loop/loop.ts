/** A piece of work done again and again; `stop` waits for the run that is under way. */
export type Loop = {
  /** Runs it now, where it is waiting. */
  nudge(): void
  stop(): Promise<void>
}

/** How long a loop waits: `busyMilliseconds` after a run that found work, then twice as long each time up to `idleMilliseconds`. */
export type Pace = { readonly busyMilliseconds: number; readonly idleMilliseconds: number }

/** Starts a loop. `run` answers whether it found work; what it throws goes to `onError`, and the loop goes on. */
export function startLoop(run: () => Promise<boolean>, pace: Pace, onError: (error: unknown) => void): Loop {
  let isStopping = false
  let wake = () => {}
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const turn = async () => {
    try {
      return await run()
    } catch (error) {
      onError(error)
      return false
    }
  }
  const running = (async () => {
    let wait = pace.busyMilliseconds
    while (!isStopping) {
      wait = (await turn()) ? pace.busyMilliseconds : Math.min(wait * 2, pace.idleMilliseconds)
      if (!isStopping) await pause(wait)
    }
  })()
  return {
    nudge: () => wake(),
    stop: () => {
      isStopping = true
      wake()
      return running
    },
  }
}
