import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBlock, writeBlock } from './tsv.ts'

it('a block from a spreadsheet keeps its rows and columns, empty cells too', () => {
  expect(readBlock('编制方案\t交通局\t\r\n踏勘\t\t张伟\r\n')).toEqual([
    ['编制方案', '交通局', ''],
    ['踏勘', '', '张伟'],
  ])
})

it('a quoted cell holds lines, tabs and quotes', () => {
  expect(readBlock('"方案一\n方案二"\t"他说""好"""\t2')).toEqual([['方案一\n方案二', '他说"好"', '2']])
})

it('a cell that merely begins with a quote stays as it is', () => {
  expect(readBlock('"一号"工程\t2')).toEqual([['"一号"工程', '2']])
})

it('what is written is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '文') })
  const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(block, (rows) => {
      expect(readBlock(writeBlock(rows))).toEqual(rows)
    }),
  )
})
