import type { LinkKind } from '#platform/kernel/scheduling/index.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { fileLag } from './file-lag.ts'
import { parseDuration, parseFileDate } from './file-value.ts'
import type { FileTask, ProjectFile, UnreadPlace } from './project-file.ts'
import { elementsAt, type RawElement } from './raw-element.ts'
import { readCalendar } from './read-calendar.ts'

const kinds: readonly LinkKind[] = ['FF', 'FS', 'SF', 'SS']
const listedDates = 20

/** What the elements of a file say. Rows of Project that are blank are left out. */
export function readProjectFile(root: RawElement, unread: readonly UnreadPlace[], encoding: string): ProjectFile {
  const [project = root] = elementsAt(root, 'Project')
  const badDates: string[] = []
  const dates = dateReader(badDates)
  const names = fieldNames(project)
  const isThere = ({ texts }: RawElement) => texts.IsNull !== '1'
  const { texts } = project
  return {
    title: texts.Title || withoutExtension(texts.Name ?? ''),
    encoding,
    saveVersion: texts.SaveVersion ?? '',
    start: dates(texts.StartDate, 'Project/StartDate'),
    minutesPerDay: Number(texts.MinutesPerDay) || 480,
    calendar: Number(texts.CalendarUID ?? -1),
    tasks: elementsAt(project, 'Tasks', 'Task')
      .filter(isThere)
      .map((raw) => readTask(raw, dates, names)),
    resources: elementsAt(project, 'Resources', 'Resource').filter(isThere).map(readResource),
    assignments: elementsAt(project, 'Assignments', 'Assignment').map(readAssignment),
    calendars: elementsAt(project, 'Calendars', 'Calendar').map(readCalendar),
    unread,
    badDates,
  }
}

type Dates = (text: string | undefined, path: string) => Instant | null

function readTask(raw: RawElement, dates: Dates, names: ReadonlyMap<string, string>): FileTask {
  const { texts } = raw
  const date = (name: string) => dates(texts[name], `Task/${name}`)
  return {
    uid: Number(texts.UID ?? texts.ID ?? -1),
    name: texts.Name ?? '',
    level: Math.max(0, Math.trunc(Number(texts.OutlineLevel ?? 1)) || 0),
    start: date('Start'),
    finish: date('Finish'),
    duration: parseDuration(texts.Duration ?? '') ?? null,
    milestone: texts.Milestone === '1',
    percent: Math.min(100, Math.max(0, Math.round(Number(texts.PercentComplete ?? 0)) || 0)),
    actualStart: date('ActualStart'),
    actualFinish: date('ActualFinish'),
    wbs: texts.WBS ?? '',
    notes: texts.Notes ?? '',
    constraint: Number(texts.ConstraintType ?? 0) || 0,
    constraintDate: date('ConstraintDate'),
    deadline: date('Deadline'),
    calendar: Number(texts.CalendarUID ?? -1),
    inactive: texts.Active === '0',
    external: texts.ExternalTask === '1' || texts.IsSubproject === '1',
    links: elementsAt(raw, 'PredecessorLink').map(readLink),
    baselines: elementsAt(raw, 'Baseline').flatMap((one) => readBaseline(one, dates)),
    fields: Object.fromEntries(
      elementsAt(raw, 'ExtendedAttribute').flatMap(({ texts: { FieldID = '', Value } }) =>
        Value === undefined ? [] : [[names.get(FieldID) ?? FieldID, Value]],
      ),
    ),
  }
}

function readLink({ texts }: RawElement) {
  const kind = kinds[Number(texts.Type ?? 1)] ?? 'FS'
  const lag = fileLag(Number(texts.LinkLag ?? 0) || 0, Number(texts.LagFormat ?? 7))
  return { uid: Number(texts.PredecessorUID ?? -1), kind, lag, cross: texts.CrossProject === '1' }
}

function readBaseline({ texts }: RawElement, dates: Dates) {
  const number = Number(texts.Number ?? 0)
  const [start, finish] = [dates(texts.Start, 'Baseline/Start'), dates(texts.Finish, 'Baseline/Finish')]
  const isOne = Number.isInteger(number) && number >= 0 && number <= 10
  return start === null || finish === null || !isOne ? [] : [{ number, start, finish }]
}

function readResource({ texts }: RawElement) {
  return {
    uid: Number(texts.UID ?? -1),
    name: texts.Name ?? '',
    kind: Number(texts.Type ?? 1),
    group: texts.Group ?? '',
  }
}

function readAssignment({ texts }: RawElement) {
  return {
    task: Number(texts.TaskUID ?? -1),
    resource: Number(texts.ResourceUID ?? -1),
    units: Number(texts.Units ?? 1),
  }
}

function fieldNames(project: RawElement): Map<string, string> {
  return new Map(
    elementsAt(project, 'ExtendedAttributes', 'ExtendedAttribute').map(({ texts }) => [
      texts.FieldID ?? '',
      texts.Alias || texts.FieldName || texts.FieldID || '',
    ]),
  )
}

/** Reads dates and notes those that are none; a task without one is no mistake. */
function dateReader(bad: string[]): Dates {
  return (text, path) => {
    if (text === undefined || text === '' || text === 'NA') return null
    const date = parseFileDate(text)
    if (date === undefined && bad.length < listedDates) bad.push(`${path}: ${text.slice(0, 40)}`)
    return date ?? null
  }
}

function withoutExtension(name: string): string {
  return name.replace(/\.(xml|mpp|mpt)$/i, '')
}
