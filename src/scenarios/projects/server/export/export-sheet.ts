import { addWorkingDays, dateOf, startOfDate, type WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { listOrganisations, listPeopleNamed } from '#platform/server/identity/index.ts'
import type { NodeRow } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { guardCell } from '../../domain/import/guarded-cell.ts'
import { type TextLink, writeLinks } from '../../domain/import/link-text.ts'
import { writeFileDate } from '../../domain/mspdi/file-value.ts'
import { planWorkbook } from '../import/template.ts'
import { type ExportFacts, fileOf, readExportFacts } from './export-facts.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const states = {
  planned: '未启动',
  running: '进行中',
  submitted: '待验收',
  returned: '已退回',
  done: '已完成',
} as const
const lamps = { white: '白', blue: '蓝', green: '绿', yellow: '黄', red: '红' } as const
const standing = ['状态', '五色灯', '进度（%）', '启动于', '提交于', '办结于']

/** A project in the template's columns, which can be imported again without loss, and behind them how each node stands. */
export async function exportSheet(services: Services, call: CallContext['call'], id: string): Promise<File> {
  const facts = await readExportFacts(call, id)
  const tellOwner = await ownerTeller(call, facts)
  const codes = new Map(facts.nodes.map((node) => [node.id, node.code]))
  const { calendar } = services.rules()
  const rows = facts.nodes.map((node) => {
    const [unit, person] = tellOwner(node)
    const plan = [
      ...[node.code, node.title, (node.parent_id && codes.get(node.parent_id)) ?? '', node.nature, node.deliverable],
      ...[unit, person, tellStart(node), tellDeadline(calendar, node), tellLinks(calendar, node, codes)],
    ]
    return [...plan, ...tellStanding(node)].map(guardCell)
  })
  return fileOf(facts.project.title, 'xlsx', type, await planWorkbook(rows, standing))
}

/** A start is its day; a time of day is told where it is not the day's beginning. */
function tellStart({ planned_start, deadline }: NodeRow): string {
  const at = planned_start.getTime()
  if (deadline.getTime() - at < 1000) return timed(deadline.getTime())
  return startOfDate(dateOf(at)) === at ? dateOf(at) : timed(at)
}

/** A deadline is its day; a time of day is told where it is not the end of that day's work. */
function tellDeadline(calendar: WorkCalendar, { deadline, planned_start }: NodeRow): string {
  const at = deadline.getTime()
  const isEndOfWork = addWorkingDays(calendar, startOfDate(dateOf(at)) - 1, 1).at === at
  return isEndOfWork && at - planned_start.getTime() >= 1000 ? dateOf(at) : timed(at)
}

function timed(instant: number): string {
  return writeFileDate(instant).replace('T', ' ')
}

function tellLinks(calendar: WorkCalendar, { links }: NodeRow, codes: ReadonlyMap<string, string>): string {
  return writeLinks(
    links.flatMap(({ node, kind, lag }) => {
      const code = codes.get(node)
      return code === undefined ? [] : [{ code, kind, lag: textLag(lag, calendar.ordinaryDayMilliseconds) }]
    }),
  )
}

/** Days where they come out in hundredths, else hours, else minutes. */
function textLag(lag: number, day: number): TextLink['lag'] {
  for (const [unit, length] of [
    ['d', day],
    ['h', 3_600_000],
  ] as const) {
    const amount = Math.round((lag / length) * 100) / 100
    if (Math.round(amount * length) === lag) return { amount, unit }
  }
  return { amount: Math.round((lag / 60_000) * 100) / 100, unit: 'm' }
}

function tellStanding(node: NodeRow): string[] {
  if (!node.leaf) return standing.map(() => '')
  const dates = [node.started_at, node.submitted_at, node.finished_at]
  const told = dates.map((date) => (date === null ? '' : timed(date.getTime())))
  return [states[node.state], lamps[node.lamp], String(node.progress), ...told]
}

/** Units by their short names, and people by name, unless somebody else has the same: then by what tells them apart. */
async function ownerTeller(call: CallContext['call'], { nodes, names }: ExportFacts) {
  const { jurisdiction } = call.actor
  const people = [...new Set(nodes.flatMap(({ person }) => (person === null ? [] : [names.person(person)])))]
  const [units, named] = await call.read((tx) =>
    Promise.all([listOrganisations(tx, jurisdiction), listPeopleNamed(tx, jurisdiction, people, call.now)]),
  )
  const byId = new Map(units.map((unit) => [String(unit.id), unit]))
  const unitName = (id: string) => {
    const unit = byId.get(id)
    if (unit === undefined) return names.organisation(id)
    return units.some((one) => one.id !== unit.id && one.shortName === unit.shortName) ? unit.name : unit.shortName
  }
  const personName = (id: string, unit: string) => {
    const name = names.person(id)
    const namesakes = named.filter((one) => one.name === name && one.unit === unit)
    const login = namesakes.find((one) => one.id === id)?.login ?? ''
    return new Set(namesakes.map((one) => one.id)).size > 1 ? name + login : name
  }
  return ({ organisation, person }: NodeRow) =>
    [unitName(organisation), person === null ? '' : personName(person, organisation)] as const
}
