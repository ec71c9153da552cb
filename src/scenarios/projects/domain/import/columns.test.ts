import { expect, it } from 'vitest'
import { cellDate } from './cell-date.ts'
import { findHeadingRow, guessMapping, missingFields } from './columns.ts'
import { columnLetter } from './problem.ts'

it("an official's own headings are matched with the fields of a plan", () => {
  expect(guessMapping(['序号', '工作任务', '责任单位（牵头）', '责任人', '开始时间', '完成时限', '备注'])).toEqual({
    code: 0,
    title: 1,
    organisation: 2,
    person: 3,
    plannedStart: 4,
    deadline: 5,
  })
})

it('the heading row is found below a title, and a sheet without one has none', () => {
  expect(findHeadingRow([['遂昌县重点项目计划表'], [], ['序号', '任务名称', '责任单位', '完成时间']])).toBe(2)
  expect(
    findHeadingRow([
      ['甲', '乙'],
      ['丙', '丁'],
    ]),
  ).toBeUndefined()
})

it('what is required and has no column is named', () => {
  expect(missingFields(guessMapping(['任务名称', '责任单位']))).toEqual(['plannedStart', 'deadline'])
})

it.each([
  ['2026-3-1', '2026-03-01'],
  ['2026/03/01', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６－０３－０１', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['46082', '2026-03-01'],
  ['46082.729', '2026-03-01'],
  ['2026-03-01 00:00:00', '2026-03-01'],
])('the date %s is read as %s', (text, date) => {
  expect(cellDate(text)).toEqual({ kind: 'date', date })
})

it.each(['1899-12-31', '0', '0.5', '2099-01-01', '1999/12/31'])(
  'the date %s lies outside the sensible years',
  (text) => {
    expect(cellDate(text).kind).toBe('out-of-range')
  },
)

it.each(['明年', '2026-02-30', '3月1日', 'TBD', '2026-00-10'])('“%s” is no date', (text) => {
  expect(cellDate(text).kind).toBe('unreadable')
})

it('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 255].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'IV'])
})

it('a time of day behind a date is told with it', () => {
  expect(cellDate('2026-03-01 8:30')).toEqual({ kind: 'date', date: '2026-03-01', time: '08:30:00' })
})
