import type { LinkKind } from '#platform/kernel/scheduling/index.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'

/**
 * A place in the file that is not taken over: how often it stands there, how often with more than nothing or zero in it.
 * `derived` is what Project reckons itself.
 */
export type UnreadPlace = {
  readonly path: string
  readonly count: number
  readonly filled: number
  readonly derived: boolean
}

/** A lag as the file has it: working minutes, minutes of the clock, or per cent of the predecessor's duration. */
export type FileLag = { readonly unit: 'working' | 'elapsed' | 'percent'; readonly amount: number }

/** A link to a predecessor, by its UID. */
export type FileLink = {
  readonly uid: number
  readonly kind: LinkKind
  readonly lag: FileLag
  /** To a task of another project. */
  readonly cross: boolean
}

/** A link between leaves of the plan, by UID; the lag is still as the file has it. */
export type PlannedLink = { readonly uid: number; readonly kind: LinkKind; readonly lag: FileLag }

/** A task's dates in one of the eleven baselines. */
export type FileBaseline = { readonly number: number; readonly start: Instant; readonly finish: Instant }

/** A task as the file has it. */
export type FileTask = {
  readonly uid: number
  readonly name: string
  /** From 1; 0 is the project itself. */
  readonly level: number
  readonly start: Instant | null
  readonly finish: Instant | null
  /** Working minutes. */
  readonly duration: number | null
  readonly milestone: boolean
  readonly percent: number
  readonly actualStart: Instant | null
  readonly actualFinish: Instant | null
  readonly wbs: string
  readonly notes: string
  /** Project's eight constraints; 0 is as soon as possible. */
  readonly constraint: number
  readonly constraintDate: Instant | null
  readonly deadline: Instant | null
  readonly calendar: number
  readonly inactive: boolean
  readonly external: boolean
  readonly links: readonly FileLink[]
  readonly baselines: readonly FileBaseline[]
  /** Extended attributes by their alias, or their name where they have none. */
  readonly fields: Readonly<Record<string, string>>
}

/** A resource; `kind` 1 works, the others are material and cost. */
export type FileResource = {
  readonly uid: number
  readonly name: string
  readonly kind: number
  readonly group: string
}

/** Who does a task, with which share of their time. */
export type FileAssignment = { readonly task: number; readonly resource: number; readonly units: number }

/** Hours from and to, as minutes of the day. */
export type FileHours = readonly (readonly [from: number, to: number])[]

/** A calendar: hours by weekday (0 is Sunday) where it says them, and days that are other than their weekday. */
export type FileCalendar = {
  readonly uid: number
  readonly name: string
  readonly base: number
  readonly weekdays: Readonly<Record<number, FileHours>>
  /** Dates as YYYY-MM-DD, both included; empty hours are a day off. */
  readonly exceptions: readonly {
    readonly name: string
    readonly from: string
    readonly to: string
    readonly hours: FileHours
  }[]
}

/** A Project XML file (MSPDI) of any version from 2002 on, as far as it is understood. */
export type ProjectFile = {
  readonly title: string
  readonly encoding: string
  readonly saveVersion: string
  readonly start: Instant | null
  readonly minutesPerDay: number
  /** The UID of the project's calendar. */
  readonly calendar: number
  readonly tasks: readonly FileTask[]
  readonly resources: readonly FileResource[]
  readonly assignments: readonly FileAssignment[]
  readonly calendars: readonly FileCalendar[]
  readonly unread: readonly UnreadPlace[]
  /** Texts that should be dates and are not, with where they stood. */
  readonly badDates: readonly string[]
}
