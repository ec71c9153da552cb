import excel from 'exceljs'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Board } from '../../contract/board.ts'

const headings = ['名次', '名称', '单位', '成效（分）', '不足（分）', '合计（分）', '记录（条）'] as const
const widths = [8, 28, 24, 12, 12, 12, 12] as const

/** The board as a spreadsheet, with the rules that it was reckoned by on a second sheet. */
export async function boardWorkbook(rules: CountyRules, board: Board): Promise<File> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet(`天工榜 ${board.period}`, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headings.map((header, index) => ({ header, width: widths[index] ?? 12 }))
  for (const { rank, name, unitName, won, lost, points, lines } of board.rows)
    sheet.addRow([rank, name, unitName, won, lost, points, lines])
  headed(sheet)
  const notes = book.addWorksheet('计分规则')
  notes.columns = ['规则', '版本', '施行日期', '事项', '对象', '分值'].map((header) => ({ header, width: 24 }))
  for (const { name, version, effectiveFrom, effects } of rules.pointRules)
    for (const { wording, to, points } of effects)
      notes.addRow([
        ...[name, version, effectiveFrom, wording.zh, to === 'unit' ? '单位' : '个人'],
        points === 'told' ? '按约定' : points,
      ])
  headed(notes)
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([bytes], `天工榜-${board.of === 'units' ? '单位' : '个人'}-${board.period}.xlsx`, { type })
}

function headed(sheet: excel.Worksheet): void {
  sheet.getRow(1).font = { name: '黑体', size: 11, bold: true }
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } }
}
