import excel from 'exceljs'
import { planFields } from '../../contract/import.ts'
import { headings, requiredFields } from '../../domain/import/columns.ts'

const widths: Partial<Record<(typeof planFields)[number], number>> = {
  title: 36,
  deliverable: 36,
  organisation: 22,
  predecessors: 16,
}

const example = [
  ['1', '前期准备', '', '', '', '', '', '', '', ''],
  ['1.1', '编制实施方案', '1', '策划', '实施方案（经审定）1 份', '发展和改革局', '', '2026-03-02', '2026-03-20', ''],
  [
    '1.2',
    '完成用地预审',
    '1',
    '审批',
    '用地预审意见书 1 份',
    '自然资源和规划局',
    '',
    '2026-03-23',
    '2026-04-17',
    '1.1',
  ],
]

/** The template for a plan: the headings, required ones marked, with two rows to show how. */
export function planTemplate(): Promise<Buffer> {
  return planWorkbook(example)
}

/** A plan as a spreadsheet in the template's columns, with others behind them where `more` heads some; every cell is text. */
export async function planWorkbook(
  rows: readonly (readonly string[])[],
  more: readonly string[] = [],
): Promise<Buffer> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('项目计划', { views: [{ state: 'frozen', ySplit: 1 }] })
  const own = planFields.map((field) => ({
    header: headings[field][0] + (requiredFields.includes(field) ? ' *' : ''),
    width: widths[field] ?? 14,
  }))
  sheet.columns = [...own, ...more.map((header) => ({ header, width: 14 }))].map((column) => ({
    ...column,
    style: { numFmt: '@', font: { name: '宋体', size: 11 }, alignment: { vertical: 'middle', wrapText: true } },
  }))
  sheet.getRow(1).font = { name: '黑体', size: 11, bold: true }
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } }
  for (const row of rows) sheet.addRow(row)
  const notes = book.addWorksheet('填写说明')
  notes.getColumn(1).width = 90
  for (const line of instructions) notes.addRow([line])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const instructions = [
  '一行一个节点；带 * 的列必填（只作汇总的上级节点可不填单位和日期）。',
  '节点编号用 1、1.1、1.1.2 表示上下级；也可以另填“上级编号”。',
  '责任单位写全称或简称；责任人写姓名，同名时在姓名后加登录名。',
  '日期写成 2026-03-01；完成时限指当日下班前，遇节假日顺延至下一个工作日。',
  '前置节点填编号，多个用逗号隔开；前置节点全部验收后，本节点自动启动。',
  '需要错开时在编号后写关系和间隔：1.2SS+3d 指 1.2 开始 3 个工作日后开始，1.1FS-2d 指可比 1.1 完成早 2 个工作日；d 为工作日，h 为工作小时。',
  '导入前请删除示例行。',
]
