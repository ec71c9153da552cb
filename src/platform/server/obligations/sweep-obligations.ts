import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement, entryTogether } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { type DueClock, deleteClocks, type PassedClock, saveClocks } from './clock-store.ts'
import { levelInstants } from './domain/ladder.ts'
import { climb, nextClimbAt, type Obligation, type ObligationRules } from './domain/obligation.ts'
import { oldestObligationDue } from './due-store.ts'
import type { ObligationRow } from './obligation-row.ts'
import { type Passing, tellPassings } from './passing.ts'
import { takeDueClocks } from './take-clocks.ts'

/** The rules that an obligation was opened under. */
export function rulesOfObligation(
  rules: ClockRules,
  row: Pick<ObligationRow, 'ladder' | 'ladder_version'>,
): ObligationRules {
  return { calendar: rules.calendar, ladder: rules.ladder(row.ladder, row.ladder_version) }
}

/** A clock is little work, and a command that waits for one waits for all of them: a fraction of a second. */
const clocksAtOnce = 2000

/** What sweeps of clocks need of the services; of the county's rules, calendar and ladders. */
export type ClockParts = Pick<Services, 'jurisdiction' | 'database'> & { rules(): ClockRules }
type ClockRules = Pick<CountyRules, 'calendar' | 'ladder'>

/** Lets late obligations climb their ladders, each at its computed instant, once: by their clocks, however many run by one. */
export function obligationSweep(services: ClockParts): Sweep {
  return {
    name: 'obligations.climb',
    batch: clocksAtOnce,
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
    oldestDue: () =>
      services.database.asSystem(services.jurisdiction, (tx) => oldestObligationDue(tx, services.jurisdiction)),
  }
}

async function sweepIn(tx: Transaction, services: ClockParts, now: Date, limit: number): Promise<number> {
  const { jurisdiction } = services
  const { clocks, running } = await takeDueClocks(tx, jurisdiction, now, limit)
  if (clocks.length === 0) return 0
  const rulesOf = rulesKept(services.rules())
  const byClock = Map.groupBy(running, ({ clock }) => clock)
  const passings = clocks.map((clock): Passing => {
    const rules = rulesOf(clock)
    const { obligation, events } = climb(rules, seenBy(clock), now.getTime())
    return { clock, rules, after: obligation, events, running: byClock.get(clock.id) ?? [] }
  })
  const told = tellPassings(passings).map(({ clocks: by, ...one }) => ({
    by,
    entry: entryTogether({ ...one, jurisdiction, recordedAt: now, actor: { system: 'clock' } }),
  }))
  const toldBy = (clock: string) => told.filter(({ by }) => by.has(clock)).map(({ entry }) => entry.id)
  const [left, kept] = [passings.filter(isLeft), passings.filter((one) => !isLeft(one))]
  await sendAll(tx, [
    saveClocks(
      jurisdiction,
      kept.map((one) => passedClock(one, toldBy(one.clock.id))),
    ),
    ...(left.length > 0
      ? [
          deleteClocks(
            jurisdiction,
            left.map(({ clock }) => clock.id),
          ),
        ]
      : []),
    appendStatement(told.map(({ entry }) => entry)),
  ])
  return clocks.length
}

/** The rules of clocks, each ladder and each deadline reckoned once. */
export function rulesKept(rules: ClockRules): (clock: DueClock) => ObligationRules {
  const kept = new Map<string, ObligationRules>()
  const reckon = (clock: DueClock): ObligationRules => {
    const { calendar, ladder } = rulesOfObligation(rules, clock)
    const instants = new Map<Instant, readonly Instant[]>()
    const instantsOf = (dueAt: Instant) => {
      const found = instants.get(dueAt) ?? levelInstants(calendar, ladder, dueAt)
      instants.set(dueAt, found)
      return found
    }
    return { calendar, ladder, instantsOf }
  }
  return (clock) => {
    const key = `${clock.ladder}@${clock.ladder_version}`
    const found = kept.get(key) ?? reckon(clock)
    kept.set(key, found)
    return found
  }
}

const isLeft = ({ running }: Passing) => running.length === 0

/** A clock as the rules see it: an obligation that is open, whosever it is. */
export function seenBy(clock: DueClock): Obligation {
  return {
    ...{ id: clock.id, state: 'open', debtor: { organisation: '', person: null }, pausedAt: null, version: 1 },
    ...{ dueAt: clock.due_at, level: clock.level, levelAt: clock.level_at, changedAt: clock.changed_at },
  }
}

/** A clock after a passing; after none, with its next instant as the rules have it now. */
export function passedClock({ clock, rules, after, events }: Passing, told: readonly string[]): PassedClock {
  const receiver = rules.ladder.levels[after.level - 1]?.receiver
  const next = nextClimbAt(rules, after)
  return {
    ...clock,
    level: after.level,
    level_at: after.levelAt,
    changed_at: after.changedAt,
    climbs: clock.climbs + events.length,
    holder: receiver && 'organisation' in receiver ? receiver.organisation : null,
    nextDueAt: next ?? null,
    told,
  }
}

async function sendAll(tx: Transaction, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map(({ name, text, values }) => tx.prepared(name, text, values)))
}
