import { type CivilDate, startOfDate, type WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { Refused } from '#platform/server/http/index.ts'
import { type Edit, listNodes, type NodeFields, type NodeRow } from '#platform/server/plans/index.ts'
import type { NodeText, PlanEdit } from '../../contract/edits.ts'
import type { RowProblem } from '../../contract/import.ts'
import { ownerFinder } from '../../domain/import/parties.ts'
import { deadlineOn } from '../import/deadline-on.ts'
import { readDirectory } from '../import/directory.ts'

type Cells = { readonly [Field in keyof NodeText]?: NodeText[Field] | undefined }
type Issue = { readonly path: string; readonly message: string }

/** Reads operations as the plan engine takes them: units and people found by name, days made instants. */
export async function readEdits(
  call: CallContext['call'],
  calendar: WorkCalendar,
  input: { readonly project: string; readonly operations: readonly PlanEdit[] },
): Promise<Edit[]> {
  const people = input.operations.flatMap((one) => ('fields' in one ? [one.fields.person ?? ''] : []))
  const [directory, rows] = await Promise.all([
    readDirectory(call, people),
    call.read((tx) => listNodes(tx, call.actor.jurisdiction, input.project)),
  ])
  const known = { ...directory, units: directory.units.map((unit) => ({ ...unit, names: [...unit.names, unit.id] })) }
  const reading = {
    find: ownerFinder(known, {}),
    units: new Map(rows.map((row: NodeRow) => [row.id, row.organisation])),
    calendar,
    issues: [] as Issue[],
  }
  const edits = input.operations.map((one, index) => readEdit(reading, one, index))
  const { issues } = reading
  if (issues.length > 0)
    throw new Refused({ code: 'projects.edit.cells-invalid', facts: { count: issues.length } }, issues.slice(0, 500))
  return edits
}

type Reading = {
  readonly find: ReturnType<typeof ownerFinder>
  /** The unit of each node, as the operations so far leave it. */
  readonly units: Map<string, string>
  readonly calendar: WorkCalendar
  readonly issues: Issue[]
}

function readEdit(reading: Reading, one: PlanEdit, index: number): Edit {
  if (one.op === 'link')
    return { ...one, links: one.links.map(({ node, kind, lagMinutes }) => ({ node, kind, lag: lagMinutes * 60_000 })) }
  if (one.op === 'move' || one.op === 'remove') return one
  const fields = readFields(reading, one.node, one.fields, index)
  return one.op === 'change' ? { ...one, fields } : { ...one, fields: fields as NodeFields }
}

function readFields(reading: Reading, node: string, cells: Cells, index: number): Partial<NodeFields> {
  const { plannedStart, deadline, organisation, person, ...words } = cells
  return {
    ...(Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)) as Partial<NodeFields>),
    ...(plannedStart !== undefined && { plannedStart: startOn(plannedStart) }),
    ...(deadline !== undefined && { deadline: dueOn(reading.calendar, deadline) }),
    ...(organisation !== undefined || person !== undefined ? readOwner(reading, node, cells, index) : {}),
  }
}

/** Another unit without a person is the whole unit's. */
function readOwner(reading: Reading, node: string, { organisation, person }: Cells, index: number) {
  const problems: RowProblem[] = []
  const row = { row: index, organisation: organisation ?? reading.units.get(node) ?? '', person: person ?? '' }
  const owner = reading.find({ ...noRow, ...row }, problems)
  for (const { field, zh } of problems)
    reading.issues.push({ path: `operations.${index}.fields.${field}`, message: zh })
  if (owner.organisation === null) return {}
  reading.units.set(node, owner.organisation)
  return { organisation: owner.organisation, person: owner.person }
}

const noRow = {
  ...{ code: '', title: '', parent: '', nature: '', deliverable: '' },
  ...{ plannedStart: null, deadline: null, links: [] },
}

function startOn(text: string): number {
  return isDay(text) ? startOfDate(text as CivilDate) : Date.parse(text)
}

function dueOn(calendar: WorkCalendar, text: string): number {
  return isDay(text) ? deadlineOn(calendar, text) : Date.parse(text)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
