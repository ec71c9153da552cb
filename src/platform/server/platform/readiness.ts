import type { Platform } from './assemble.ts'
import { type Lags, readLags, secondsSince } from './lags.ts'

/** Whether a process can be given work: all of it, with something behind, or none. */
export type Readiness = {
  readonly readiness: 'ready' | 'degraded' | 'failing'
  /** What is behind: `sealing`, `sweep plans.advance`, `projection notices`. */
  readonly behind: readonly string[]
}

const patienceSeconds = 60
const patiencePositions = 10_000
const freshMilliseconds = 2_000

/** Asks at most every two seconds, however many ask. */
export function readinessOf(platform: Pick<Platform, 'services' | 'scenarios'>): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answer: Promise<Readiness> } | undefined
  return () => {
    if (asked === undefined || performance.now() - asked.at > freshMilliseconds)
      asked = { at: performance.now(), answer: ask(platform) }
    return asked.answer
  }
}

/** What of the background work is late enough to be told. */
export function behindIn({ sealing, sweeps, projections }: Lags, now: Date): string[] {
  const isLate = (since: Date | undefined) => secondsSince(since, now) > patienceSeconds
  return [
    ...(isLate(sealing.oldestWaitingSince) ? ['sealing'] : []),
    ...sweeps.flatMap(({ name, oldestDue }) => (isLate(oldestDue) ? [`sweep ${name}`] : [])),
    ...projections.flatMap(({ name, behind }) => (behind > patiencePositions ? [`projection ${name}`] : [])),
  ]
}

async function ask(platform: Pick<Platform, 'services' | 'scenarios'>): Promise<Readiness> {
  try {
    const behind = behindIn(await readLags(platform), platform.services.clock.now())
    return { readiness: behind.length === 0 ? 'ready' : 'degraded', behind }
  } catch {
    return { readiness: 'failing', behind: ['database'] }
  }
}
