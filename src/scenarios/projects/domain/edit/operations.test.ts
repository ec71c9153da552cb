import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { editOutline } from '#platform/server/plans/domain/edit-outline.ts'
import type { Edit, OutlineNode } from '#platform/server/plans/domain/outline-node.ts'
import { operationsOf } from './operations.ts'
import { codesOf, emptyRow, type PlanRow, type PlanSheet, parentsOf, takeLinks } from './plan-sheet.ts'
import { replay } from './replay.ts'
import { insertBelow, moveRow, pasteBlock, removeRows, shiftRow } from './sheet-acts.ts'

const row = (id: string, depth: number): PlanRow => {
  const { cells } = emptyRow(id, depth)
  const words = { title: `节点${id}`, organisation: '交通局', plannedStart: '2026-03-02', deadline: '2026-03-13' }
  return { id, depth, code: '', cells: { ...cells, ...words } }
}
const base: PlanSheet = {
  minutesPerDay: 420,
  rows: [row('a', 0), row('b', 1), row('c', 1), row('d', 0), row('e', 1), row('f', 2)],
}

/** The plan engine's own outline of a sheet, to apply operations to. */
const outlineOf = ({ rows }: PlanSheet): OutlineNode[] => {
  const parents = parentsOf(rows)
  return rows.map(({ id, cells }) => ({
    ...{ id, parent: parents.get(id) ?? null, code: '', links: [], title: cells.title, nature: '', deliverable: '' },
    ...{ organisation: '', person: null, plannedStart: 0, deadline: 1 },
  }))
}
const asEdits = (sheet: PlanSheet) =>
  operationsOf(base, sheet)
    .filter(({ op }) => op !== 'change' && op !== 'link')
    .map((one) =>
      one.op === 'add' ? { ...one, fields: outlineOf({ ...base, rows: [row(one.node, 0)] })[0] } : one,
    ) as Edit[]

let next = 0
const newId = () => {
  next += 1
  return `n${next}`
}
const act = fc.record({ kind: fc.constantFrom('insert', 'remove', 'in', 'out', 'up', 'down', 'paste'), at: fc.nat(8) })
const acted = (sheet: PlanSheet, { kind, at: place }: { kind: string; at: number }): PlanSheet => {
  const at = Math.min(place, sheet.rows.length - 1)
  if (kind === 'insert') return insertBelow(sheet, at, newId())
  if (kind === 'remove') return sheet.rows.length > 3 ? removeRows(sheet, at, at) : sheet
  if (kind === 'paste') return pasteBlock(sheet, { row: at, column: 0 }, [['甲'], ['乙']], newId)
  if (kind === 'in' || kind === 'out') return shiftRow(sheet, at, kind === 'in' ? 1 : -1)
  return moveRow(sheet, at, kind === 'down' ? 1 : -1).sheet
}
const sheets = fc.array(act, { maxLength: 10 }).map((acts) => acts.reduce(acted, base))

describe('the operations of an edited table', () => {
  it('make the plan what the table shows, whatever was done to it', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        if (sheet.rows.length === 0) return
        const { nodes } = unwrap(editOutline(outlineOf(base), asEdits(sheet)))
        expect(nodes.map(({ id, depth }) => [id, depth])).toEqual(sheet.rows.map(({ id, depth }) => [id, depth]))
      }),
      { numRuns: 500 },
    )
  })
  it('are none where nothing changed, and few where little did', () => {
    expect(operationsOf(base, base)).toEqual([])
    const renamed = pasteBlock(base, { row: 1, column: 0 }, [['新名称']], newId)
    expect(operationsOf(base, renamed)).toEqual([{ op: 'change', node: 'b', fields: { title: '新名称' } }])
    expect(operationsOf(base, moveRow(base, 1, 1).sheet).every(({ op }) => op === 'move')).toBe(true)
  })
  it('carry links by id, whatever numbers rows have meanwhile', () => {
    const codes = codesOf(insertBelow(base, 0, 'x'), base)
    expect(codes).toEqual(['1', '1.1', '1.2', '2', '3', '3.1', '3.1.1'])
    const links = takeLinks('1.1SS+2d', (code) => (code === '1.1' ? 'b' : undefined))
    const linked = pasteBlock(base, { row: 3, column: 7 }, [[links]], newId)
    expect(operationsOf(base, linked)).toEqual([
      { op: 'link', node: 'd', links: [{ node: 'b', kind: 'SS', lagMinutes: 840 }] },
    ])
  })
})

describe('edits of two people', () => {
  const write = (sheet: PlanSheet, at: number, column: number, text: string) =>
    pasteBlock(sheet, { row: at, column }, [[text]], newId)
  it('in other cells both stand', () => {
    const { sheet, conflicts } = replay(base, write(base, 1, 0, '我的'), write(base, 1, 4, '张伟'))
    expect(conflicts).toEqual([])
    expect(sheet.rows[1]?.cells).toMatchObject({ title: '我的', person: '张伟' })
  })
  it('in one cell are told, and the own one is not lost', () => {
    const { sheet, conflicts } = replay(base, write(base, 1, 0, '我的'), write(base, 1, 0, '别人的'))
    expect(conflicts).toMatchObject([{ id: 'b', field: 'title', mine: '我的', theirs: '别人的' }])
    expect(sheet.rows[1]?.cells.title).toBe('我的')
  })
  it('in a row that the other took out are told as lost; new rows stay', () => {
    const mine = insertBelow(write(base, 1, 0, '我的'), 2, 'x')
    const { sheet, lost } = replay(base, mine, removeRows(base, 1, 1))
    expect(lost).toEqual(['我的'])
    expect(sheet.rows.map(({ id }) => id)).toEqual(['a', 'c', 'x', 'd', 'e', 'f'])
  })
  it('whatever both did, what comes out is an outline with every new row in it', () => {
    fc.assert(
      fc.property(sheets, sheets, (mine, theirs) => {
        const { rows } = replay(base, mine, theirs).sheet
        for (const [at, one] of rows.entries())
          expect(one.depth).toBeLessThanOrEqual(at === 0 ? 0 : (rows[at - 1]?.depth ?? 0) + 1)
        const old = new Set(base.rows.map(({ id }) => id))
        const own = mine.rows.filter(({ id }) => !old.has(id)).map(({ id }) => id)
        expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(own))
      }),
    )
  })
})
