import { millisecondsPerDay } from './civil-date.ts'

/** From and to on the clock, as `['08:30', '12:00']`; `24:00` ends a day. */
export type SessionText = readonly [start: string, end: string]

/** The same in milliseconds since midnight. */
export type Session = { readonly startMilliseconds: number; readonly endMilliseconds: number }

/** The hours of one kind of day. */
export type Schedule = { readonly sessions: readonly Session[]; readonly workingMilliseconds: number }

export function parseSession([start, end]: SessionText): Session | undefined {
  const startMilliseconds = parseClock(start)
  const endMilliseconds = parseClock(end)
  if (startMilliseconds === undefined || endMilliseconds === undefined) return undefined
  return startMilliseconds < endMilliseconds ? { startMilliseconds, endMilliseconds } : undefined
}

export function scheduleOf(texts: readonly SessionText[]): Schedule {
  const sessions = texts.map(parseSession).filter((session) => session !== undefined)
  return { sessions, workingMilliseconds: sessions.reduce((sum, session) => sum + lengthOf(session), 0) }
}

/** Working time of such a day that has passed at a time of day. */
export function workedUntil(schedule: Schedule, timeOfDay: number): number {
  return schedule.sessions.reduce((sum, { startMilliseconds, endMilliseconds }) => {
    return sum + Math.max(0, Math.min(timeOfDay, endMilliseconds) - startMilliseconds)
  }, 0)
}

/** The first time of day at which `worked` (above 0) has passed. */
export function earliestTimeWith(schedule: Schedule, worked: number): number {
  let rest = worked
  for (const session of schedule.sessions) {
    if (rest <= lengthOf(session)) return session.startMilliseconds + rest
    rest -= lengthOf(session)
  }
  throw new RangeError('more working time than the day has')
}

/** The last time of day at which no more than `worked` (below the day's whole) has passed. */
export function latestTimeWith(schedule: Schedule, worked: number): number {
  let rest = worked
  for (const session of schedule.sessions) {
    if (rest < lengthOf(session)) return session.startMilliseconds + rest
    rest -= lengthOf(session)
  }
  throw new RangeError('more working time than the day has')
}

/** When such a day's work ends. */
export function endOfWork(schedule: Schedule): number {
  return schedule.sessions.at(-1)?.endMilliseconds ?? 0
}

function lengthOf(session: Session): number {
  return session.endMilliseconds - session.startMilliseconds
}

function parseClock(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  if (!match || Number(match[2]) > 59) return undefined
  const milliseconds = (Number(match[1]) * 60 + Number(match[2])) * 60_000
  return milliseconds <= millisecondsPerDay ? milliseconds : undefined
}
