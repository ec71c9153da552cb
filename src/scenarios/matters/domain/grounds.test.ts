import { expect, test } from 'vitest'
import type { CaseView } from '../contract/views.ts'
import { toldOf } from './grounds.ts'

const account = {
  records: [
    [
      { field: 'account-state', label: '账户状态', value: '正常', unit: null },
      { field: 'deposit-months', label: '连续缴存月数', value: 112, unit: '个月' },
    ],
  ],
} as unknown as CaseView['materials'][number]

const limit = { decision: '当年限额', question: '一年最多提取多少元？', result: 18000, tables: [] }
const since = { decision: '距上次提取月数', question: '距上次提取几个月？', result: 0, tables: [] }
const table = (cells: readonly object[], annotations: readonly string[]) => ({
  ...{ decision: '提取资格', question: '能不能提取？', result: { 结论: '不予', 理由: '距上次提取不满一年' } },
  tables: [{ inputs: [{ facts: [{ source: '住房公积金账户' }] }], rows: [{ used: true, cells, annotations }] }],
})
const told = (conclusion: string, steps: readonly object[]) =>
  toldOf({ why: { conclusion, grounds: { steps } } as unknown as CaseView['why'], materials: [account] })

test('whoever is refused reads what they were refused for, and not what they would have got', () => {
  const refused = told('reject', [
    since,
    table([{ label: '距上次提取月数', test: '< 12', value: 0 }], ['每年一次']),
    limit,
  ])
  expect(refused.map(({ question }) => question)).toEqual(['距上次提取几个月？', '能不能提取？'])
  expect(refused[1]).toMatchObject({
    ...{ answer: '不予，距上次提取不满一年', notes: ['每年一次'] },
    tested: [{ label: '距上次提取月数', value: 0, wanted: '＜ 12', sources: ['住房公积金账户'] }],
  })
})

test('whoever is granted reads every question with its answer, codes by their names and figures with their unit', () => {
  const cells = [
    { label: '账户状态', test: '"normal"', value: 'normal' },
    { label: '连续缴存月数', test: '>= 3', value: 112 },
    { label: '租住月数', test: '-', value: 14 },
  ]
  const granted = told('grant', [table(cells, []), limit])
  expect(granted.map(({ answer }) => answer)).toEqual(['不予，距上次提取不满一年', 18000])
  expect(granted[0]?.tested.map(({ value, wanted }) => [value, wanted])).toEqual([
    ['正常', ''],
    ['112 个月', '≥ 3'],
  ])
})

test('where no rule judged, or an older one kept no steps, there is nothing to tell', () => {
  expect(toldOf({ why: null, materials: [] })).toEqual([])
  expect(told('grant', undefined as never)).toEqual([])
})
