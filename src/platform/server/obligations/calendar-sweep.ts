import type { Transaction } from '#platform/server/database/index.ts'
import type { Sweep } from '#platform/server/scenario/index.ts'
import { lockLateClocks, saveClocks } from './clock-store.ts'
import { nextClimbAt } from './domain/obligation.ts'
import { type ClockParts, passedClock, rulesKept, seenBy } from './sweep-obligations.ts'

const nil = '00000000-0000-0000-0000-000000000000'

/**
 * Reckons anew when clocks that have climbed will climb next, once for each calendar that a process comes to know: holidays and make-up
 * days are announced after deadlines were set. What is in time climbs at its deadline whatever the calendar says.
 */
export function calendarSweep(services: ClockParts): Sweep {
  const walk = { calendar: '', after: nil, isOver: false }
  return {
    name: 'obligations.calendar',
    once: async (_now, limit) => {
      const { version } = services.rules().calendar
      if (walk.calendar !== version) Object.assign(walk, { calendar: version, after: nil, isOver: false })
      if (walk.isOver) return 0
      const last = await services.database.asSystem(services.jurisdiction, (tx) =>
        reckonSome(tx, services, walk.after, limit),
      )
      Object.assign(walk, last === undefined ? { isOver: true } : { after: last })
      return last === undefined ? 0 : 1
    },
  }
}

/** Reckons some clocks anew; gives the last of them. */
async function reckonSome(tx: Transaction, services: ClockParts, after: string, limit: number) {
  const clocks = await lockLateClocks(tx, services.jurisdiction, after, limit)
  const rulesOf = rulesKept(services.rules())
  const other = clocks.flatMap((clock) => {
    const rules = rulesOf(clock)
    if (nextClimbAt(rules, seenBy(clock)) === clock.next_due_at) return []
    return [passedClock({ clock, rules, after: seenBy(clock), events: [], running: [] }, [])]
  })
  if (other.length > 0) {
    const { name, text, values } = saveClocks(services.jurisdiction, other)
    await tx.prepared(name, text, values)
  }
  return clocks.at(-1)?.id
}
