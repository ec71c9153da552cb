import type { Instant } from '#platform/kernel/working-time/index.ts'
import { findCycle } from '#platform/server/plans/domain/cycle.ts'
import { fieldOf } from './file-fields.ts'
import { type FileNote, type FileNoteCode, FileNotes } from './file-note.ts'
import { type OutlinedTask, outlineTasks } from './file-outline.ts'
import type { FileBaseline, PlannedLink, ProjectFile } from './project-file.ts'
import { spreadLinks } from './spread-links.ts'

/** A node of the plan that a file tells, in outline order. */
export type FileNode = {
  readonly uid: number
  readonly code: string
  readonly parent: number | null
  readonly depth: number
  readonly leaf: boolean
  readonly title: string
  readonly nature: string
  readonly deliverable: string
  /** What the file names as the unit, where it has such a field. */
  readonly unit: string
  readonly start: Instant
  readonly finish: Instant
  readonly percent: number
  readonly actualStart: Instant | null
  readonly actualFinish: Instant | null
  readonly notes: string
  readonly baselines: readonly FileBaseline[]
  readonly links: readonly PlannedLink[]
  /** UID of the resource that is responsible. */
  readonly resource: number | null
}

/** A resource that does something in the plan. */
export type FileOwner = { readonly uid: number; readonly name: string; readonly group: string; readonly tasks: number }

/** A file as a plan of ours, and all that is to be said of it. Without a problem among the notes it can be imported. */
export type FilePlan = {
  readonly nodes: readonly FileNode[]
  readonly owners: readonly FileOwner[]
  readonly notes: readonly FileNote[]
}

const minute = 60_000

/** What one command puts on record without keeping others waiting; larger files are read and told, not taken. */
const mostNodes = 20_000

/** Reads a file as a plan: its dates are kept as they stand, to the second. `misnamed` is a file that lied about its encoding. */
export function planOfFile(file: ProjectFile, { misnamed = false } = {}): FilePlan {
  const notes = new FileNotes()
  if (misnamed) notes.add('encoding-wrong')
  const outline = codedByWbs(outlineTasks(file, notes))
  if (outline.length === 0) notes.add('no-tasks')
  if (outline.length > mostNodes) notes.add('too-many', String(outline.length))
  const responsible = ownersOf(file, notes)
  const links = spreadLinks(outline, notes)
  const begin = file.start ?? firstStart(file)
  const nodes = outline.map((task) => nodeOf(task, file, notes, { links, responsible, begin }))
  noteLosses(outline, file, notes)
  noteCycle(nodes, notes)
  return { nodes, owners: countOwners(file, nodes), notes: notes.list() }
}

/** Tasks go by their WBS codes where each has one of its own, else by their outline numbers. */
function codedByWbs(outline: readonly OutlinedTask[]): readonly OutlinedTask[] {
  const codes = new Set(outline.map(({ task }) => task.wbs))
  const areCodes = codes.size === outline.length && [...codes].every((code) => /^[^\s,、;<>]{1,32}$/.test(code))
  return areCodes ? outline.map((one) => ({ ...one, code: one.task.wbs })) : outline
}

type Read = {
  readonly links: ReadonlyMap<number, readonly PlannedLink[]>
  readonly responsible: ReadonlyMap<number, number>
  /** When the project begins, for tasks that say nothing. */
  readonly begin: Instant
}

function nodeOf(outlined: OutlinedTask, file: ProjectFile, notes: FileNotes, read: Read): FileNode {
  const { task, code, parent, depth, leaf } = outlined
  const links = leaf ? (read.links.get(task.uid) ?? []) : []
  for (const { lag } of links) if (lag.unit !== 'working') notes.add(`lag-${lag.unit}`, code)
  if (leaf && task.percent > 0) notes.add('percent-kept')
  if (task.baselines.length > 0) notes.add('baseline-kept')
  return {
    ...{ uid: task.uid, code, parent, depth, leaf, title: titleOf(outlined, notes), links },
    nature: fieldOf(task.fields, 'nature') || (task.milestone ? '里程碑' : ''),
    deliverable: fieldOf(task.fields, 'deliverable'),
    unit: fieldOf(task.fields, 'organisation'),
    ...datesOf(outlined, { begin: read.begin, minutesPerDay: file.minutesPerDay }, notes),
    percent: task.percent,
    actualStart: task.actualStart,
    actualFinish: task.actualFinish,
    notes: task.notes,
    baselines: task.baselines,
    resource: leaf ? (read.responsible.get(task.uid) ?? null) : null,
  }
}

/** The dates of the file. A milestone lasts a millisecond, since a node is a span. */
function datesOf(
  { task, code }: OutlinedTask,
  { begin, minutesPerDay }: { readonly begin: Instant; readonly minutesPerDay: number },
  notes: FileNotes,
) {
  if (task.start === null || task.finish === null) notes.add('dates-missing', code)
  const length = (task.duration ?? minutesPerDay) * minute
  const start = task.start ?? (task.finish === null ? begin : task.finish - length)
  const finish = task.finish ?? start + length
  if (finish < start) notes.add('dates-turned', code)
  return { start: finish <= start ? finish - 1 : start, finish }
}

function firstStart(file: ProjectFile): Instant {
  const first = file.tasks.reduce((earliest, { start }) => Math.min(earliest, start ?? Infinity), Infinity)
  return Number.isFinite(first) ? first : fallback
}

/** Where a file tells no date at all. */
const fallback = Date.parse('2026-01-05T08:30:00+08:00')

function titleOf({ task, code }: OutlinedTask, notes: FileNotes): string {
  const mended = [
    ...task.name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .replaceAll('<', '〈')
      .replaceAll('>', '〉')
      .trim(),
  ]
  const title = mended.length === 0 ? `未命名任务 ${code}` : mended.slice(0, 200).join('')
  if (title !== task.name) notes.add('name-mended', code)
  return title
}

/** By task, the resource that bears most of it; of equals the first. Only people and units work; material and cost do not. */
function ownersOf(file: ProjectFile, notes: FileNotes): Map<number, number> {
  const working = new Map(
    file.resources.filter(({ kind, name }) => kind === 1 && name !== '').map((one) => [one.uid, one]),
  )
  for (const one of file.resources) if (one.kind !== 1 && one.name !== '') notes.add('resource-not-work', one.name)
  const best = new Map<number, { readonly resource: number; readonly units: number }>()
  for (const { task, resource, units } of file.assignments) {
    if (!working.has(resource)) continue
    const before = best.get(task)
    if (before) notes.add('owner-several', String(task))
    if (before === undefined || units > before.units) best.set(task, { resource, units })
  }
  return new Map([...best].map(([task, { resource }]) => [task, resource]))
}

function countOwners(file: ProjectFile, nodes: readonly FileNode[]): FileOwner[] {
  const tasks = new Map<number, number>()
  for (const { resource } of nodes) if (resource !== null) tasks.set(resource, (tasks.get(resource) ?? 0) + 1)
  return file.resources.flatMap(({ uid, name, group }) => {
    const count = tasks.get(uid)
    return count === undefined ? [] : [{ uid, name, group, tasks: count }]
  })
}

/** What our planned start means, so that one at the start itself says nothing more. */
const startNoEarlier = 4

function noteLosses(outline: readonly OutlinedTask[], file: ProjectFile, notes: FileNotes): void {
  for (const bad of file.badDates) notes.add('dates-unreadable', bad)
  for (const { task, code } of outline) {
    const lost: readonly (readonly [FileNoteCode, boolean])[] = [
      ['calendar-own', task.calendar > 0 && task.calendar !== file.calendar],
      [
        'constraint',
        task.constraint !== 0 && !(task.constraint === startNoEarlier && task.constraintDate === task.start),
      ],
      ['deadline', task.deadline !== null && task.deadline !== task.finish],
      ['wbs', task.wbs !== '' && task.wbs !== code],
      ['task-inactive', task.inactive],
      ['task-external', task.external],
    ]
    for (const [note, isLost] of lost) if (isLost) notes.add(note, code)
    for (const name of Object.keys(task.fields)) if (fieldOf(task.fields, name) === '') notes.add('field-unused', name)
  }
}

function noteCycle(nodes: readonly FileNode[], notes: FileNotes): void {
  const byUid = new Map(nodes.map((node) => [String(node.uid), node]))
  const cycle = findCycle(new Map(nodes.map(({ uid, links }) => [String(uid), links.map((link) => String(link.uid))])))
  if (cycle === undefined) return
  const named = cycle.map((uid) => `${byUid.get(uid)?.code ?? uid} ${byUid.get(uid)?.title ?? ''}`.trim())
  notes.add('link-cycle', named.length > 12 ? `${named.slice(0, 12).join(' → ')} → …` : named.join(' → '))
}
