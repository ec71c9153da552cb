import excel from 'exceljs'
import type { Desk } from '../../contract/views.ts'

const columns = [
  ['事项', 44],
  ['责任单位', 20],
  ['责任人', 12],
  ['牵头单位', 20],
  ['状态', 10],
  ['督办级别', 24],
  ['办结时限', 18],
  ['是否逾期', 10],
] as const

const states = { open: '办理中', submitted: '待验收', answered: '已办结', withdrawn: '已撤回' } as const
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** The queue as a spreadsheet, in the order of urgency. */
export async function queueWorkbook({ lines }: Desk): Promise<File> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('督办队列', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(([header, width]) => ({
    ...{ header, width },
    style: { numFmt: '@', font: { name: '宋体', size: 11 }, alignment: { vertical: 'middle', wrapText: true } },
  }))
  sheet.getRow(1).font = { name: '黑体', size: 11, bold: true }
  for (const { title, debtor, lead, state, paused, levelName, remaining } of lines)
    sheet.addRow([
      ...[title, debtor.organisationName, debtor.personName ?? '', lead.organisationName],
      ...[paused ? '暂停' : states[state], levelName ?? '时限内', inChina.format(new Date(remaining.dueAt))],
      remaining.late && state === 'open' ? '逾期' : '',
    ])
  const bytes = await book.xlsx.writeBuffer()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes as ArrayBuffer)], '督办队列.xlsx', { type })
}
