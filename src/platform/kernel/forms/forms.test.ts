import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForm, type DictionaryField, formOf } from './index.ts'

const dictionary: readonly DictionaryField[] = [
  { id: 'rent', name: '月租金', english: 'Monthly rent', type: 'money', unit: '元' },
  { id: 'number', name: '身份证号', english: 'Identity number', type: 'identity-number' },
  { id: 'phone', name: '联系电话', english: 'Phone', type: 'phone' },
  { id: 'since', name: '起租日期', english: 'Rented since', type: 'date' },
  { id: 'kind', name: '房屋类型', english: 'Kind', type: 'code', codes: { public: '公租房', market: '市场租房' } },
  { id: 'note', name: '备注', english: 'Note', type: 'text' },
  { id: 'months', name: '月数', english: 'Months', type: 'integer', unit: '个月' },
  { id: 'card', name: '收款银行账号', english: 'Bank account', type: 'bank-card' },
  { id: 'account', name: '单位账号', english: 'Account of the unit', type: 'bank-account' },
]
const all = dictionary.map(({ id }) => ({ field: id, required: id !== 'note' }))
const good = {
  ...{
    rent: 1500.5,
    number: '11010519491231002X',
    phone: '13800000000',
    since: '2026-01-31',
    kind: 'market',
    months: 3,
    card: '6217 0070 0099 0011',
    account: '33050163542700000123',
  },
}

describe('a form', () => {
  const form = formOf(all, dictionary)

  it('takes what fits, and an optional field may be left out', () => {
    expect(checkForm(form, good)).toEqual([])
  })

  it('tells of each field what is wrong with it, in the order in which they are asked', () => {
    const faults = checkForm(form, {
      rent: 0.001,
      number: '110105194912310021',
      since: '2026-02-30',
      kind: 'tent',
      months: 1.5,
      card: '6217 0070 0099 0012',
      account: '0578-812',
    })
    expect(faults.map(({ field }) => field)).toEqual([
      'rent',
      'number',
      'phone',
      'since',
      'kind',
      'months',
      'card',
      'account',
    ])
    expect(faults[2]?.zh).toBe('请填写联系电话。')
    expect(faults[6]).toMatchObject({ zh: '收款银行账号应为 16 至 19 位银行卡号，请核对每一位。' })
  })

  it('refuses fields that it does not have, the ones of every object among them', () => {
    const stray = JSON.parse('{"__proto__": 1, "constructor": 2, "tax": 3}') as Record<string, unknown>
    expect(checkForm(form, { ...good, ...stray, tax: 3 }).map(({ field }) => field)).toContain('tax')
    expect(checkForm(form, { ...good, constructor: 2 })).toHaveLength(1)
  })

  it('judges any values without failing, and 500 fields too', () => {
    const wide = formOf(
      Array.from({ length: 500 }, (_, index) => ({ field: `f${index}`, required: true })),
      Array.from({ length: 500 }, (_, index) => ({
        id: `f${index}`,
        name: `项${index}`,
        english: `F${index}`,
        type: 'text',
      })),
    )
    expect(checkForm(wide, {})).toHaveLength(500)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue()), (values) => {
        for (const fault of checkForm(form, values)) expect(fault.zh.length).toBeGreaterThan(3)
      }),
    )
  })
})
