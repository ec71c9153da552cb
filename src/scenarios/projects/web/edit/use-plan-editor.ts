import { useMemo, useState } from 'react'
import { v7 } from 'uuid'
import { faultsOf, plainCell } from '../../domain/edit/cell-faults.ts'
import { operationsOf } from '../../domain/edit/operations.ts'
import {
  codesOf,
  type PlanSheet,
  type SheetField,
  sheetFields,
  showLinks,
  takeLinks,
} from '../../domain/edit/plan-sheet.ts'
import { type CellPlace, insertBelow, moveRow, pasteBlock, removeRows, shiftRow } from '../../domain/edit/sheet-acts.ts'

/** The node table in hand: what is shown, what is wrong, what to send, and every act with its undoing. */
export type PlanEditor = ReturnType<typeof usePlanEditor>

const mostSteps = 200

/** Edits a node table. Nothing leaves the browser before it is sent. */
export function usePlanEditor(base: PlanSheet) {
  const [steps, setSteps] = useState<{
    readonly past: PlanSheet[]
    readonly now: PlanSheet
    readonly next: PlanSheet[]
  }>({
    ...{ past: [], now: base, next: [] },
  })
  const sheet = steps.now
  const { codes, idOf, shown } = useMemo(() => shownCells(sheet, base), [sheet, base])
  const faults = useMemo(() => {
    const known = new Set(sheet.rows.map(({ id }) => id))
    return sheet.rows.map((_, at) => faultsOf(sheet, at, known))
  }, [sheet])
  const operations = useMemo(() => operationsOf(base, sheet), [base, sheet])
  const become = (now: PlanSheet) => {
    if (now === sheet) return
    setSteps(({ past }) => ({ past: [...past, sheet].slice(-mostSteps), now, next: [] }))
  }
  const taken = (field: SheetField, text: string) =>
    field === 'links' ? takeLinks(text, (code) => idOf.get(code)) : plainCell(field, text)
  return {
    ...{ base, sheet, codes, shown, faults, operations },
    faulty: faults.filter((one) => Object.keys(one).length > 0).length,
    canUndo: steps.past.length > 0,
    canRedo: steps.next.length > 0,
    undo: () => setSteps(undone),
    redo: () => setSteps(redone),
    /** Starts again from a sheet, with nothing to undo. */
    reset: (now: PlanSheet) => setSteps({ past: [], now, next: [] }),
    paste: (at: CellPlace, block: readonly (readonly string[])[]) => {
      const cells = block.map((row) =>
        row.map((text, index) => {
          const field = sheetFields[at.column + index]
          return field === undefined ? text : taken(field, text)
        }),
      )
      become(pasteBlock(sheet, at, cells, v7))
    },
    insert: (at: number) => become(insertBelow(sheet, at, v7())),
    remove: (from: number, to: number) => become(removeRows(sheet, from, to)),
    shift: (at: number, by: 1 | -1) => become(shiftRow(sheet, at, by)),
    move: (at: number, by: 1 | -1): number => {
      const moved = moveRow(sheet, at, by)
      become(moved.sheet)
      return moved.at
    },
    settle: (now: PlanSheet) => become(now),
  }
}

type Steps = { readonly past: PlanSheet[]; readonly now: PlanSheet; readonly next: PlanSheet[] }

function undone({ past, now, next }: Steps): Steps {
  const before = past.at(-1)
  return before === undefined ? { past, now, next } : { past: past.slice(0, -1), now: before, next: [now, ...next] }
}

function redone({ past, now, next }: Steps): Steps {
  const [after, ...rest] = next
  return after === undefined ? { past, now, next } : { past: [...past, now], now: after, next: rest }
}

function shownCells(sheet: PlanSheet, base: PlanSheet) {
  const codes = codesOf(sheet, base)
  const codeOf = new Map(sheet.rows.map(({ id }, at) => [id, codes[at] ?? '']))
  const idOf = new Map(sheet.rows.map(({ id }, at) => [codes[at] ?? '', id]))
  const shown = sheet.rows.map(({ cells }) =>
    sheetFields.map((field) => (field === 'links' ? showLinks(cells.links, (id) => codeOf.get(id)) : cells[field])),
  )
  return { codes, idOf, shown }
}
