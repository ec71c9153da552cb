export {
  type CalendarDefinition,
  type CalendarFault,
  calendarFaults,
  calendarYears,
  type Season,
  type SpecialDay,
} from './calendar-definition.ts'
export { type CivilDate, civilDate, dateOf, type Instant, parseCivilDate, startOfDate } from './civil-date.ts'
export { describeRemaining, type Remaining } from './remaining.ts'
export type { SessionText } from './session.ts'
export { stateCouncil } from './state-council.ts'
export { timeLeft } from './time-left.ts'
export { type WorkAxis, workAxis } from './work-axis.ts'
export { type WorkCalendar, workCalendar } from './work-calendar.ts'
export { addWorkingDays, type DescribedDay, describeDay, workingDaysBetween } from './working-days.ts'
export { addWorkingTime, type ReckonedInstant, type ReckonedSpan, workingTimeBetween } from './working-time.ts'
