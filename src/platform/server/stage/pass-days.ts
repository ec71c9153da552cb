import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Demonstration } from '#platform/server/scenario/index.ts'

/**
 * Lets time pass up to the first scene of each day, and not between the scenes of one: every passing asks all sweeps of the county.
 * @example `const passTo = passDays(demo); for (const { at } of scenes) await passTo(at)`
 */
export function passDays(demo: Pick<Demonstration, 'passTime'>): (at: Date) => Promise<void> {
  let day = ''
  return async (at) => {
    const next = dateOf(at.getTime())
    if (next === day) return
    await demo.passTime(at)
    day = next
  }
}
