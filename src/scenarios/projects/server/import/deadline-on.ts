import { addWorkingDays, type CivilDate, startOfDate, type WorkCalendar } from '#platform/kernel/working-time/index.ts'

/**
 * The instant of a deadline given as a day: the end of its working hours; on a day off, that of the next working day
 * (民法典第二百零三条).
 */
export function deadlineOn(calendar: WorkCalendar, date: string): number {
  const dayBefore = startOfDate(date as CivilDate) - 1
  return addWorkingDays(calendar, dayBefore, 1).at
}
