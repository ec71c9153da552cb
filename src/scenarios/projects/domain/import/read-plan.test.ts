import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessMapping } from './columns.ts'
import type { Directory } from './parties.ts'
import { readPlan } from './read-plan.ts'

const directory: Directory = {
  units: [
    { id: 'fagai', names: ['遂昌县发展和改革局', '发改局'] },
    { id: 'zhujian', names: ['遂昌县住房和城乡建设局', '住建局'] },
    { id: 'zhen-a', names: ['水利站'] },
    { id: 'zhen-b', names: ['水利站'] },
  ],
  people: [
    { id: 'p1', name: '张伟', login: 'zhangwei', unit: 'fagai' },
    { id: 'p2', name: '张伟', login: 'zhangwei2', unit: 'zhujian' },
    { id: 'p3', name: '李娜', login: 'lina1', unit: 'zhujian' },
    { id: 'p4', name: '李娜', login: 'lina2', unit: 'zhujian' },
  ],
}
const header = ['节点编号', '节点名称', '责任单位', '责任人', '计划开始', '完成时限', '前置节点', '交付成果']
const mapping = guessMapping(header)
const read = (...rows: string[][]) =>
  readPlan(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    mapping,
    directory,
  )
const codes = (plan: ReturnType<typeof read>) => plan.problems.map(({ code }) => code.replace('projects.import.', ''))
const leaf = (code: string, ...rest: string[]) => [
  code,
  `节点${code}`,
  '发改局',
  '',
  '2026-03-02',
  '2026-03-20',
  ...rest,
]

describe('a plan read from a sheet', () => {
  it('stands in an outline by the dots of its codes, with owners found by name', () => {
    const plan = read(
      ['1', '前期'],
      ['1.1', '方案', '发改局', '张伟', '2026.3.2', '2026年3月20日', ''],
      leaf('1.2', '1.1'),
    )
    expect(plan.problems).toEqual([])
    expect(plan.nodes.map(({ code, parent, depth, leaf }) => ({ code, parent, depth, leaf }))).toEqual([
      { code: '1', parent: null, depth: 0, leaf: false },
      { code: '1.1', parent: '1', depth: 1, leaf: true },
      { code: '1.2', parent: '1', depth: 1, leaf: true },
    ])
    expect(plan.nodes[1]).toMatchObject({
      organisation: 'fagai',
      person: 'p1',
      plannedStart: '2026-03-02',
      deadline: '2026-03-20',
    })
  })
  it('takes a branch named as predecessor for the leaves below it, and lets every leaf below a branch wait with it', () => {
    const plan = read(['1', '甲'], leaf('1.1'), leaf('1.2'), ['2', '乙', '', '', '', '', '1'], leaf('2.1'))
    expect(plan.problems).toEqual([])
    expect(plan.nodes.find(({ code }) => code === '2.1')?.links.map((link) => link.code)).toEqual(['1.1', '1.2'])
  })
  it('says each thing that is wrong with the row and column of the spreadsheet', () => {
    const plan = read(
      ['1', '', '发改局', '', '2026-03-02', '2026-03-20'],
      ['2', '乙', '财神局', '', '2026-13-02', '1899-12-31'],
      ['2', '丙', '住建局', '王五', '2026-03-20', '2026-03-02'],
      ['4', '<script>alert(1)</script>', '水利站', '', '', ''],
    )
    expect(plan.problems.find(({ code }) => code.endsWith('title-missing'))).toMatchObject({ row: 2, column: 'B' })
    expect(new Set(codes(plan))).toEqual(
      new Set([
        'title-missing',
        'organisation-unknown',
        'date-unreadable',
        'date-out-of-range',
        'code-twice',
        'text-unsafe',
        'organisation-ambiguous',
        'date-missing',
      ]),
    )
  })
  it('tells namesakes apart by the login behind the name', () => {
    const row = (person: string) => ['1', '甲', '住建局', person, '2026-03-02', '2026-03-20']
    expect(codes(read(row('李娜')))).toEqual(['person-ambiguous'])
    expect(read(row('李娜lina2')).nodes[0]?.person).toBe('p4')
    expect(codes(read(row('赵六')))).toEqual(['person-unknown'])
  })
  it('refuses predecessors that run in a circle, through branches too', () => {
    expect(codes(read(leaf('1', '2'), leaf('2', '3'), leaf('3', '1')))).toEqual(['predecessor-cycle'])
    expect(codes(read(['1', '甲', '', '', '', '', '2'], leaf('1.1'), leaf('2', '1.1')))).toEqual(['predecessor-cycle'])
    expect(codes(read(leaf('1', '1')))).toEqual(['predecessor-inside'])
    expect(codes(read(leaf('1', '9')))).toEqual(['predecessor-unknown'])
  })
  it('refuses a deadline after that of the branch above', () => {
    expect(codes(read(['1', '甲', '', '', '', '2026-03-10'], leaf('1.1')))).toEqual(['after-parent'])
  })
  it('keeps characters outside the basic plane whole', () => {
    expect(read(['1', '𬭎工处置', '发改局', '', '2026-03-02', '2026-03-20']).nodes[0]?.title).toBe('𬭎工处置')
  })
  it('never throws, whatever stands in the cells, and without problems every leaf is fixed', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('1', '1.1', '2', '发改局', '2026-03-02', '45000', '，'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const plan = read(...rows)
        if (plan.problems.length > 0) return
        for (const node of plan.nodes.filter((one) => one.leaf)) {
          expect(node.organisation).not.toBeNull()
          expect(node.plannedStart).not.toBeNull()
          expect(node.deadline).not.toBeNull()
        }
      }),
    )
  })
})
