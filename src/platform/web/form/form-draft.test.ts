import { expect, test } from 'vitest'
import { formOf } from '#platform/kernel/forms/index.ts'
import { valuesOf } from './form-draft.ts'

const form = formOf(
  [
    { field: 'rent', required: true },
    { field: 'name', required: true },
    { field: 'agrees', required: false },
    { field: 'card', required: false },
  ],
  [
    { id: 'rent', name: '月租金', english: 'Rent', type: 'money' },
    { id: 'name', name: '姓名', english: 'Name', type: 'text' },
    { id: 'agrees', name: '同意', english: 'Agrees', type: 'boolean' },
    { id: 'card', name: '卡号', english: 'Card', type: 'bank-card' },
  ],
)

test('figures are numbers, words lose the blanks around them, and what is empty is not there', () => {
  expect(valuesOf(form, { rent: '1,200.5', name: ' 吴丽萍 ', agrees: false })).toEqual({
    ...{ rent: 1200.5, name: '吴丽萍', agrees: false },
  })
  expect(valuesOf(form, { rent: '', name: null })).toEqual({})
})

test('a figure that is none stays as typed, so that it is told', () => {
  expect(valuesOf(form, { rent: '一千' })).toEqual({ rent: '一千' })
})

test('what the form does not ask is not sent', () => {
  expect(valuesOf(form, { stray: 'x', name: '甲' })).toEqual({ name: '甲' })
})

test('a card loses the blanks between its groups', () => {
  expect(valuesOf(form, { card: '6217 0070 0099 0011' })).toEqual({ card: '6217007000990011' })
})
