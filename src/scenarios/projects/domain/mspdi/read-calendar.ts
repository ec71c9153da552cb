import { parseTime } from './file-value.ts'
import type { FileCalendar, FileHours } from './project-file.ts'
import { elementsAt, type RawElement } from './raw-element.ts'

/** A calendar of a file. Exceptions stand under WeekDays as day type 0 before Project 2007, under Exceptions since. */
export function readCalendar(raw: RawElement): FileCalendar {
  const days = elementsAt(raw, 'WeekDays', 'WeekDay')
  const weekdays = days.flatMap((day) => {
    const type = Number(day.texts.DayType ?? 0)
    return type >= 1 && type <= 7 ? [[type - 1, hoursOf(day)] as const] : []
  })
  const old = days.filter((day) => day.texts.DayType === '0')
  const exceptions = [...old, ...elementsAt(raw, 'Exceptions', 'Exception')].flatMap((one) => {
    const [period] = elementsAt(one, 'TimePeriod')
    const [from, to] = [dayOf(period?.texts.FromDate), dayOf(period?.texts.ToDate)]
    return from === '' || to === '' ? [] : [{ name: one.texts.Name ?? '', from, to, hours: hoursOf(one) }]
  })
  return {
    uid: Number(raw.texts.UID ?? -1),
    name: raw.texts.Name ?? '',
    base: Number(raw.texts.BaseCalendarUID ?? -1),
    weekdays: Object.fromEntries(weekdays),
    // Old and new places often say the same thing twice.
    exceptions: exceptions.filter(
      (one, place) => exceptions.findIndex((other) => other.from === one.from && other.to === one.to) === place,
    ),
  }
}

function hoursOf(day: RawElement): FileHours {
  if (day.texts.DayWorking !== '1') return []
  return elementsAt(day, 'WorkingTimes', 'WorkingTime').flatMap(({ texts }) => {
    const [from, to] = [parseTime(texts.FromTime ?? ''), parseTime(texts.ToTime ?? '')]
    if (from === undefined || to === undefined) return []
    // Midnight as an end is the end of the day.
    return [[from, to === 0 ? 1440 : to] as const]
  })
}

function dayOf(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? ''
}
