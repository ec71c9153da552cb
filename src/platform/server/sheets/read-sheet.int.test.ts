import excel from 'exceljs'
import { expect, it } from 'vitest'
import { readSheet } from './index.ts'

it('dates that a spreadsheet holds as numbers are read as days', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('计划')
  sheet.addRow(['时限', new Date(Date.UTC(2026, 2, 1))])
  sheet.getCell('B1').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.addRow(['数量', 46082])
  const reading = await readSheet(Buffer.from(await book.xlsx.writeBuffer()), { text: false })
  if (reading.kind !== 'sheet') throw new Error(reading.kind)
  expect(reading.sheet.rows).toEqual([
    ['时限', '2026-03-01'],
    ['数量', '46082'],
  ])
})

it('a zip that would unpack to a thousand times its size is refused before it is unpacked', async () => {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(0xf0000000, 24)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  expect(await readSheet(Buffer.concat([entry, end]), { text: false })).toEqual({ kind: 'too-large' })
})

it('bytes that are no spreadsheet are unreadable, not a crash', async () => {
  expect((await readSheet(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), { text: false })).kind).toBe('unreadable')
})
