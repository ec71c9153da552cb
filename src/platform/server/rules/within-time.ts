import { createContext, Script } from 'node:vm'
import { type Result, refuse } from '#platform/kernel/result.ts'

/** Long enough for ten thousand rows; a rule that takes longer is a mistake, or an attack. */
export const evaluationMilliseconds = 2000
/** At a command line nobody else waits, and the model is read and compiled for this one answer, on a machine that may be busy. */
export const commandMilliseconds = 10_000

const script = new Script('work()')
const room = createContext({ work: undefined as unknown })

/**
 * Runs synchronous work and stops it when its time is over: FEEL can ask for loops in loops and for patterns that never end, and
 * nothing else can interrupt them, for V8 ends whatever runs on the thread when the time of a script is over.
 * Refusal: `rules.time.over`.
 */
export function withinTime<T>(work: () => Result<T>, milliseconds = evaluationMilliseconds): Result<T> {
  const before: unknown = room.work
  room.work = work
  try {
    return script.runInContext(room, { timeout: milliseconds }) as Result<T>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return refuse('rules.time.over', { milliseconds })
  } finally {
    room.work = before
  }
}
