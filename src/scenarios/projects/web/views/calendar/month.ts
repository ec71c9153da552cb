import {
  type CivilDate,
  dateOfDay,
  dayOf,
  dayOfDate,
  parseCivilDate,
} from '#platform/kernel/working-time/civil-date.ts'
import { type LampColour, lampColours } from '#platform/web/vocabulary/lamp.tsx'
import type { DrawnNode } from '../drawn.ts'
import { mondayOf } from '../gantt/time-scale.ts'

/** The days of a month by weeks from Monday, with those of the months around it that fill the first and the last week. */
export function weeksOf(month: string): readonly (readonly CivilDate[])[] {
  const first = dayOfDate(firstOf(month))
  const next = dayOfDate(firstOf(monthAfter(month, 1)))
  const weeks: CivilDate[][] = []
  for (let monday = mondayOf(first); monday < next; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, weekday) => dateOfDay(monday + weekday)))
  return weeks
}

/** The month some months after this one: `monthAfter('2026-11', 2)` is `2027-01`. */
export function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The month of an instant. */
export function monthAt(instant: number): string {
  return dateOfDay(dayOf(instant)).slice(0, 7)
}

/** A month as the address names it, or undefined where it names none. */
export function parseMonth(text: string | undefined): string | undefined {
  return text !== undefined && parseCivilDate(`${text}-01`) ? text : undefined
}

/** The leaves by the date of their deadline, the worst lamp first. */
export function deadlines(nodes: readonly DrawnNode[]): ReadonlyMap<string, readonly DrawnNode[]> {
  const days = new Map<string, DrawnNode[]>()
  for (const node of nodes) {
    if (!node.leaf) continue
    const date = dateOfDay(dayOf(node.deadlineAt))
    const day = days.get(date)
    if (day) day.push(node)
    else days.set(date, [node])
  }
  for (const day of days.values()) day.sort((a, b) => rank(a.lamp) - rank(b.lamp))
  return days
}

function firstOf(month: string): CivilDate {
  return `${month}-01` as CivilDate
}

function rank(lamp: LampColour): number {
  return lampColours.indexOf(lamp)
}
