import { type Mapping, type PlanField, planFields } from '../../contract/import.ts'

/** How officials head the columns of a plan; the first is the template's own heading. */
export const headings: Readonly<Record<PlanField, readonly string[]>> = {
  code: ['节点编号', '编号', '序号', '任务编号', 'WBS'],
  title: ['节点名称', '工作节点', '任务名称', '工作任务', '工作内容', '主要任务', '事项', '任务', '名称', '内容'],
  parent: ['上级编号', '上级节点', '父节点', '上级'],
  nature: ['工作性质', '性质', '类别', '类型'],
  deliverable: ['交付成果', '量化成果', '成果', '完成标志', '完成标准', '目标要求', '工作目标'],
  organisation: ['责任单位', '承办单位', '责任部门', '牵头单位', '配合单位', '单位', '部门'],
  person: ['责任人', '负责人', '经办人', '联系人'],
  plannedStart: [
    '计划开始',
    '开始日期',
    '开始时间',
    '启动时间',
    '起始时间',
    '起始日期',
    '计划开工',
    '开工日期',
    '开工时间',
  ],
  deadline: [
    '完成时限',
    '截止日期',
    '截止时间',
    '计划完成',
    '完成时间',
    '完成日期',
    '结束时间',
    '结束日期',
    '竣工日期',
    '时限',
  ],
  predecessors: ['前置节点', '前置任务', '紧前工作', '前置'],
}

/** What a plan cannot do without. */
export const requiredFields: readonly PlanField[] = ['title', 'organisation', 'plannedStart', 'deadline']

/** Guesses which column holds which field: equal headings first, then those that contain a known one; each column once. */
export function guessMapping(row: readonly string[]): Mapping {
  const cells = row.map(plain)
  const mapping: Mapping = {}
  const taken = new Set<number>()
  for (const fits of [isEqual, contains]) {
    for (const field of planFields) {
      if (mapping[field] !== undefined) continue
      const column = columnOf(cells, headings[field].map(plain), taken, fits)
      if (column === undefined) continue
      mapping[field] = column
      taken.add(column)
    }
  }
  return mapping
}

/** The row, from 0, that looks most like headings: the one among the first twenty with most fields in it. */
export function findHeadingRow(rows: readonly (readonly string[])[]): number | undefined {
  const scores = rows.slice(0, 20).map((row) => Object.keys(guessMapping(row)).length)
  const best = Math.max(0, ...scores)
  return best >= 2 ? scores.indexOf(best) : undefined
}

/** Required fields for which no column is known. */
export function missingFields(mapping: Mapping): PlanField[] {
  return requiredFields.filter((field) => mapping[field] === undefined)
}

function columnOf(
  cells: readonly string[],
  names: readonly string[],
  taken: ReadonlySet<number>,
  fits: (cell: string, name: string) => boolean,
): number | undefined {
  for (const name of names) {
    const column = cells.findIndex((cell, index) => cell !== '' && !taken.has(index) && fits(cell, name))
    if (column >= 0) return column
  }
  return undefined
}

const isEqual = (cell: string, name: string) => cell === name
const contains = (cell: string, name: string) =>
  name.length >= 2 && cell.includes(name) && cell.length <= name.length + 6

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*（）()：:]/g, '')
    .toUpperCase()
}
