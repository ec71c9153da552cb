import type { LinkKind } from '#platform/kernel/scheduling/index.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { customFields } from './file-fields.ts'
import { writeDuration, writeFileDate } from './file-value.ts'
import type { FileBaseline, FileHours } from './project-file.ts'
import { XmlWriter } from './xml-writer.ts'

/** A task to be written; its code goes out as the WBS code. */
export type WrittenTask = {
  readonly uid: number
  readonly code: string
  /** From 1. */
  readonly level: number
  readonly summary: boolean
  readonly name: string
  readonly start: Instant
  readonly finish: Instant
  readonly workingMinutes: number
  readonly percent: number
  readonly actualStart: Instant | null
  readonly actualFinish: Instant | null
  readonly notes: string
  readonly deliverable: string
  readonly nature: string
  readonly organisation: string
  readonly links: readonly { readonly uid: number; readonly kind: LinkKind; readonly lagMinutes: number }[]
  readonly baselines: readonly (FileBaseline & { readonly workingMinutes: number })[]
}

/** A plan to be written as a Project XML file. */
export type WrittenPlan = {
  readonly title: string
  readonly at: Instant
  readonly minutesPerDay: number
  /** Hours of Monday to Friday, and the days that are other than their weekday. */
  readonly hours: FileHours
  readonly exceptions: readonly { readonly name: string; readonly date: string; readonly hours: FileHours }[]
  readonly tasks: readonly WrittenTask[]
  readonly resources: readonly { readonly uid: number; readonly name: string; readonly group: string }[]
  readonly assignments: readonly { readonly task: number; readonly resource: number }[]
}

const linkTypes: readonly LinkKind[] = ['FF', 'FS', 'SF', 'SS']
const startNoEarlier = 4
const days = 7

/**
 * Writes a plan as Project XML in the order of elements that Microsoft's schema asks for. Tasks are scheduled by hand and
 * start no earlier than they do, so that a project program opens them at the same dates, old and new versions alike.
 */
export function writeProjectXml(plan: WrittenPlan): string {
  const xml = new XmlWriter()
  xml.inside('Project', () => writeProject(xml, plan), ' xmlns="http://schemas.microsoft.com/project"')
  return xml.toString()
}

function writeProject(xml: XmlWriter, plan: WrittenPlan): void {
  const [start, finish] = spanOf(plan)
  xml.texts({
    SaveVersion: 14,
    Name: `${plan.title}.xml`,
    Title: plan.title,
    CreationDate: writeFileDate(plan.at),
    LastSaved: writeFileDate(plan.at),
    ScheduleFromStart: true,
    StartDate: writeFileDate(start),
    FinishDate: writeFileDate(finish),
    CalendarUID: 1,
    MinutesPerDay: plan.minutesPerDay,
    MinutesPerWeek: plan.minutesPerDay * 5,
    DaysPerMonth: 20,
  })
  xml.inside('ExtendedAttributes', () => {
    for (const { id, name, alias } of customFields)
      xml.inside('ExtendedAttribute', () => xml.texts({ FieldID: id, FieldName: name, Alias: alias }))
  })
  xml.inside('Calendars', () => xml.inside('Calendar', () => writeCalendar(xml, plan)))
  xml.inside('Tasks', () => {
    xml.inside('Task', () => writeRoot(xml, plan, [start, finish]))
    const numberOf = outlineNumbers()
    for (const [place, task] of plan.tasks.entries())
      xml.inside('Task', () => writeTask(xml, task, { id: place + 1, number: numberOf(task.level) }))
  })
  xml.inside('Resources', () => {
    for (const { uid, name, group } of plan.resources)
      xml.inside('Resource', () =>
        xml.texts({ UID: uid, ID: uid, Name: name, Type: 1, IsNull: false, Group: group || null }),
      )
  })
  xml.inside('Assignments', () => {
    for (const [place, { task, resource }] of plan.assignments.entries())
      xml.inside('Assignment', () => xml.texts({ UID: place + 1, TaskUID: task, ResourceUID: resource, Units: 1 }))
  })
}

/** The project itself, which programs show as row 0. */
function writeRoot(xml: XmlWriter, { title }: WrittenPlan, [start, finish]: readonly [Instant, Instant]): void {
  xml.texts({ UID: 0, ID: 0, Name: title, Type: 1, IsNull: false, WBS: 0, OutlineNumber: 0, OutlineLevel: 0 })
  xml.texts({ Start: writeFileDate(start), Finish: writeFileDate(finish), Milestone: false, Summary: true })
}

type TaskPlace = { readonly id: number; readonly number: string }

function writeTask(xml: XmlWriter, task: WrittenTask, { id, number }: TaskPlace): void {
  const isMilestone = task.finish - task.start < 1000
  const finish = writeFileDate(task.finish)
  const start = isMilestone ? finish : writeFileDate(task.start)
  const duration = writeDuration(task.workingMinutes)
  const byHand = !task.summary
  xml.texts({
    ...{ UID: task.uid, ID: id, Name: task.name, Active: true, Manual: byHand, Type: 1, IsNull: false },
    ...{ WBS: task.code, OutlineNumber: number, OutlineLevel: task.level, Priority: 500 },
    ...{ Start: start, Finish: finish, Duration: duration },
    ...(byHand && { ManualStart: start, ManualFinish: finish, ManualDuration: duration }),
    ...{ DurationFormat: 7, Milestone: isMilestone, Summary: task.summary, PercentComplete: task.percent },
    ActualStart: task.actualStart === null ? null : writeFileDate(task.actualStart),
    ActualFinish: task.actualFinish === null ? null : writeFileDate(task.actualFinish),
    ...(byHand && { ConstraintType: startNoEarlier }),
    CalendarUID: -1,
    ...(byHand && { ConstraintDate: start }),
    Notes: task.notes || null,
  })
  for (const { uid, kind, lagMinutes } of task.links)
    xml.inside('PredecessorLink', () =>
      xml.texts({
        ...{ PredecessorUID: uid, Type: linkTypes.indexOf(kind), CrossProject: false },
        ...{ LinkLag: Math.round(lagMinutes * 10), LagFormat: 7 },
      }),
    )
  for (const { id: field, field: name } of customFields)
    if (task[name] !== '') xml.inside('ExtendedAttribute', () => xml.texts({ FieldID: field, Value: task[name] }))
  for (const baseline of task.baselines) xml.inside('Baseline', () => writeBaseline(xml, baseline))
}

/** Numbers tasks by their levels as 2.3.1, one after the other. */
function outlineNumbers(): (level: number) => string {
  const numbers: number[] = []
  return (level) => {
    numbers.length = Math.min(numbers.length, level)
    numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
    return numbers.join('.')
  }
}

function writeBaseline(
  xml: XmlWriter,
  { number, start, finish, workingMinutes }: WrittenTask['baselines'][number],
): void {
  const end = writeFileDate(finish)
  xml.texts({
    ...{ Number: number, Start: finish - start < 1000 ? end : writeFileDate(start), Finish: end },
    ...{ Duration: writeDuration(workingMinutes), DurationFormat: 7 },
  })
}

function writeCalendar(xml: XmlWriter, { hours, exceptions }: WrittenPlan): void {
  xml.texts({ UID: 1, Name: '标准', IsBaseCalendar: true, BaseCalendarUID: -1 })
  xml.inside('WeekDays', () => {
    for (let type = 1; type <= days; type++)
      xml.inside('WeekDay', () => {
        const worked = type === 1 || type === days ? [] : hours
        xml.texts({ DayType: type, DayWorking: worked.length > 0 })
        writeHours(xml, worked)
      })
  })
  if (exceptions.length === 0) return
  xml.inside('Exceptions', () => {
    for (const one of exceptions)
      xml.inside('Exception', () => {
        xml.inside('TimePeriod', () => xml.texts({ FromDate: `${one.date}T00:00:00`, ToDate: `${one.date}T23:59:00` }))
        xml.texts({ Occurrences: 1, Name: one.name, Type: 1, DayWorking: one.hours.length > 0 })
        writeHours(xml, one.hours)
      })
  })
}

function writeHours(xml: XmlWriter, hours: FileHours): void {
  if (hours.length === 0) return
  xml.inside('WorkingTimes', () => {
    for (const [from, to] of hours)
      xml.inside('WorkingTime', () => xml.texts({ FromTime: clock(from), ToTime: clock(to) }))
  })
}

function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
}

function spanOf({ tasks, at }: WrittenPlan): readonly [Instant, Instant] {
  if (tasks.length === 0) return [at, at]
  const start = tasks.reduce((first, task) => Math.min(first, task.start), Infinity)
  return [start, tasks.reduce((last, task) => Math.max(last, task.finish), -Infinity)]
}
