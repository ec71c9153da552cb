import type { Seeded } from '#platform/kernel/seeded.ts'
import { seeded } from '#platform/kernel/seeded.ts'
import {
  addWorkingTime,
  type Instant,
  type WorkCalendar,
  workingTimeBetween,
} from '#platform/kernel/working-time/index.ts'
import type { Outline, Temperament } from './outline.ts'

/*
 * How people work. Everybody has one temperament for good. A piece of work takes a share of its planned working time, the `pace`; who
 * minds deadlines takes the share of the time that is left instead, though never less than a third of what was planned. Progress is
 * reported whenever about such a share of the planned time has gone by, roughly as it stands. Everything happens in working hours.
 */

const leastShare = 0.34
const workingDay = 7 * 3_600_000

/** A started piece of work. */
export type Task = { readonly plannedStart: Instant; readonly deadline: Instant; readonly startedAt: Instant }

/** What an owner does about it: reports in per cent, then hands it in. */
export type Work = {
  readonly reports: readonly { readonly at: Instant; readonly progress: number }[]
  readonly submitAt: Instant
}

/** The temperament of a person, the same whenever it is asked for. */
export function temperamentOf({ seed, temperaments }: Outline, login: string): Temperament {
  let left = seeded(`${seed}/temperament/${login}`).next() * temperaments.reduce((sum, { share }) => sum + share, 0)
  for (const temperament of temperaments) {
    left -= temperament.share
    if (left < 0) return temperament
  }
  return temperaments.at(-1) as Temperament
}

/** How an owner of this temperament goes about a task. */
export function workOn(
  calendar: WorkCalendar,
  { pace, minds, reportsEvery, claims }: Temperament,
  task: Task,
  chance: Seeded,
): Work {
  const planned = workingTimeBetween(calendar, task.plannedStart, task.deadline).workingMilliseconds
  const remaining = Math.max(0, workingTimeBetween(calendar, task.startedAt, task.deadline).workingMilliseconds)
  const takes = Math.round(chance.between(...pace) * (minds ? Math.max(remaining, planned * leastShare) : planned))
  const every = Math.max(planned * reportsEvery, workingDay / 2)
  const reports: { at: Instant; progress: number }[] = []
  for (let gone = every * chance.between(0.4, 0.9); gone < takes; gone += every * chance.between(0.85, 1.15)) {
    const stands = Math.min(95, Math.round(((100 * gone) / takes) * chance.between(...claims)))
    const progress = Math.max(stands, reports.at(-1)?.progress ?? 0)
    reports.push({ at: addWorkingTime(calendar, task.startedAt, Math.round(gone)).at, progress })
  }
  return { reports, submitAt: addWorkingTime(calendar, task.startedAt, takes).at }
}

/** An instant so many working days later, somewhere in the range. */
export function someDaysAfter(
  calendar: WorkCalendar,
  at: Instant,
  [low, high]: readonly [number, number],
  chance: Seeded,
): Instant {
  return addWorkingTime(calendar, at, Math.round(chance.between(low, high) * workingDay)).at
}
