import { cellDate } from '../import/cell-date.ts'
import { readLinks } from '../import/link-text.ts'
import { countBelow, type PlanRow, type PlanSheet, type SheetField } from './plan-sheet.ts'

/** What is wrong with a cell, in both languages. */
export type CellFault = readonly [zh: string, en: string]

/** The faults of a row's cells; what only the county knows (units, people, circles) the server tells. */
export function faultsOf(
  sheet: PlanSheet,
  at: number,
  known: ReadonlySet<string>,
): Partial<Record<SheetField, CellFault>> {
  const row = sheet.rows[at]
  if (row === undefined) return {}
  const isBranch = countBelow(sheet.rows, at) > 0
  const { title, organisation, plannedStart, deadline, links } = row.cells
  return {
    ...(title === '' && { title: ['缺少节点名称', 'The node has no title'] }),
    ...([...title].length > 200 && { title: ['最多 200 个字', 'At most 200 characters'] }),
    ...(organisation === '' && !isBranch && { organisation: ['缺少责任单位', 'The unit is missing'] }),
    ...dateFault('plannedStart', plannedStart, isBranch),
    ...dateFault('deadline', deadline, isBranch),
    ...(plannedStart > deadline && deadline !== '' && { deadline: ['早于计划开始', 'Before the planned start'] }),
    ...linkFault(row, links, known),
  } as Partial<Record<SheetField, CellFault>>
}

/** A cell as the table keeps it: a day however it was written, other text without the spaces around it. */
export function plainCell(field: SheetField, text: string): string {
  const plain = text.trim()
  if (field !== 'plannedStart' && field !== 'deadline') return plain.replace(/\s*\r?\n\s*/g, ' ')
  const read = cellDate(plain)
  return read.kind === 'date' ? read.date : plain
}

function dateFault(field: 'plannedStart' | 'deadline', text: string, isBranch: boolean) {
  if (text === '') return isBranch ? {} : { [field]: ['缺少日期', 'The date is missing'] }
  if (cellDate(text).kind === 'date') return {}
  return { [field]: ['看不懂的日期，请写成 2026-03-01', 'Write the date as 2026-03-01'] }
}

function linkFault(row: PlanRow, text: string, known: ReadonlySet<string>) {
  const codes = readLinks(text).map(({ code }) => code)
  const strange = codes.filter((code) => !code.startsWith('{') || !known.has(code.slice(1, -1)))
  if (strange.length > 0) {
    const shown = strange.map((code) => code.replace(/\{.*\}/, '已删除的节点')).join('、')
    return { links: [`没有编号为“${shown}”的节点`, `There is no node “${shown}”`] }
  }
  return codes.includes(`{${row.id}}`) ? { links: ['不能等待自己', 'A node cannot wait on itself'] } : {}
}
