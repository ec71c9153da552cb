import excel from 'exceljs'

/** One line of a plan as its author wrote it; `start` and `end` may be dates of the spreadsheet or text. */
export type PlanLine = readonly [no: string, what: string, who: string, result: string, start: unknown, end: unknown]

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A plan that somebody made for themselves: a title above, headings in their own words. */
export async function planFile(lines: readonly PlanLine[]) {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('推进表')
  sheet.mergeCells('A1:F1')
  sheet.getCell('A1').value = '青山湖步道建设工作推进表'
  sheet.addRow(['序号', '工作内容', '哪家干', '干成什么样', '哪天动工', '哪天交账'])
  for (const line of lines) sheet.addRow([...line])
  return { name: '青山湖步道.xlsx', mimeType: mediaType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

/** Its lines, a real date among those in text; the land's first day as given. */
export function plan(landOpens: string): readonly PlanLine[] {
  return [
    ['1', '前期工作', '', '', '', ''],
    ['1.1', '编制实施方案', '县发改局', '方案 1 份', dayFromNow(-14), dayFromNow(20)],
    ['1.2', '用地预审', '自然资源和规划局', '预审意见 1 份', landOpens, dayFromNow(30)],
    ['2', '步道施工', '县交通运输局', '步道 3.2 公里', new Date(`${dayFromNow(31)}T00:00:00Z`), dayFromNow(90)],
  ]
}

/** The day so many days from now, as text. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
