import { dateOfDay, dayOf, millisecondsPerDay, startOfDay } from '#platform/kernel/working-time/civil-date.ts'

/** How closely one looks: a day, a week or a month to a column. */
export const zooms = ['day', 'week', 'month'] as const
export type Zoom = (typeof zooms)[number]

/** Where instants lie on the paper, in pixels from its left edge. */
export type TimeScale = {
  readonly zoom: Zoom
  readonly firstDay: number
  readonly days: number
  readonly dayWidth: number
  readonly width: number
  xOf(instant: number): number
}

/** A column of the heading. */
export type Column = { readonly day: number; readonly days: number; readonly x: number; readonly width: number }

const dayWidths = { day: 28, week: 10, month: 3 } as const
const marginDays = { day: 7, week: 14, month: 45 } as const

/** The paper for a span of instants: it begins on a Monday, with room on both sides. */
export function timeScale(zoom: Zoom, from: number, to: number): TimeScale {
  const firstDay = mondayOf(dayOf(from) - marginDays[zoom])
  const days = mondayOf(dayOf(to) + marginDays[zoom]) + 7 - firstDay
  const dayWidth = dayWidths[zoom]
  const start = startOfDay(firstDay)
  const width = days * dayWidth
  const xOf = (instant: number) => ((instant - start) / millisecondsPerDay) * dayWidth
  return { zoom, firstDay, days, dayWidth, width, xOf }
}

/** The columns of the heading that a part of the paper shows: above the longer ones, below the shorter ones. */
export function columnsIn(scale: TimeScale, from: number, to: number) {
  const first = scale.firstDay + Math.max(0, Math.floor(from / scale.dayWidth))
  const last = scale.firstDay + Math.min(scale.days, Math.ceil(to / scale.dayWidth))
  const upper = scale.zoom === 'month' ? yearOf : monthOf
  const lower = { day: (day: number) => day, week: mondayOf, month: monthOf }[scale.zoom]
  return { upper: columns(scale, upper, first, last), lower: columns(scale, lower, first, last) }
}

/** The Monday on or before a day; 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7)
}

/** The first of the month of a day. */
export function monthOf(day: number): number {
  return day - Number(dateOfDay(day).slice(8)) + 1
}

function yearOf(day: number): number {
  return Date.UTC(Number(dateOfDay(day).slice(0, 4)), 0, 1) / millisecondsPerDay
}

function columns(scale: TimeScale, startOf: (day: number) => number, first: number, last: number): Column[] {
  const found: Column[] = []
  const end = scale.firstDay + scale.days
  for (let day = startOf(first); day < last; ) {
    const next = nextStart(startOf, day)
    const [from, to] = [Math.max(day, scale.firstDay), Math.min(next, end)]
    found.push({ day: from, days: to - from, x: xOfDay(scale, from), width: (to - from) * scale.dayWidth })
    day = next
  }
  return found
}

function xOfDay({ firstDay, dayWidth }: TimeScale, day: number): number {
  return (day - firstDay) * dayWidth
}

/** A year and a day reach into whatever comes next: `startOf` brings it back to its beginning. */
function nextStart(startOf: (day: number) => number, day: number): number {
  for (const step of [1, 7, 31, 366]) {
    const next = startOf(day + step)
    if (next > day) return next
  }
  throw new Error('a column without an end')
}
