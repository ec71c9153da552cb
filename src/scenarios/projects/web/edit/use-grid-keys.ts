import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { sheetFields } from '../../domain/edit/plan-sheet.ts'
import { type CellPlace, copyBlock } from '../../domain/edit/sheet-acts.ts'
import { readBlock, writeBlock } from '../../domain/edit/tsv.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** Where the keyboard is in the node table: the active cell, the other corner of what is marked, and what is being written. */
export type Cursor = { readonly at: CellPlace; readonly to: CellPlace; readonly draft: string | undefined }

const last = sheetFields.length - 1

/** The table's keyboard, as in a spreadsheet: arrows, Tab and Enter, Shift to mark, F2 or letters to write, copy, cut and paste. */
export function useGridKeys(editor: PlanEditor) {
  const [cursor, setCursor] = useState<Cursor>({
    at: { row: 0, column: 0 },
    to: { row: 0, column: 0 },
    draft: undefined,
  })
  const rows = editor.sheet.rows.length
  const clamp = ({ row, column }: CellPlace): CellPlace => ({
    row: Math.min(Math.max(row, 0), Math.max(0, rows - 1)),
    column: Math.min(Math.max(column, 0), last),
  })
  const go = (place: CellPlace, isMarking = false) => {
    const to = clamp(place)
    setCursor(({ at }) => ({ at: isMarking ? at : to, to, draft: undefined }))
  }
  const marked = markedOf(cursor)
  const write = (draft: string) => setCursor((now) => ({ ...now, to: now.at, draft }))
  const commit = (move: CellPlace) => {
    if (cursor.draft !== undefined && cursor.draft !== editor.shown[cursor.at.row]?.[cursor.at.column])
      editor.paste(cursor.at, [[cursor.draft]])
    go({ row: cursor.at.row + move.row, column: cursor.at.column + move.column })
  }
  const clear = () => editor.paste(marked.from, blank(marked))
  const acts = { editor, cursor, marked, go, write, clear }
  return {
    ...{ cursor, marked, go, write, commit },
    cancel: () => setCursor((now) => ({ ...now, draft: undefined })),
    onKeyDown: (event: KeyboardEvent) => {
      if (
        cursor.draft === undefined &&
        (onCommandKey(event, acts) || onMoveKey(event, acts) || onWriteKey(event, acts))
      )
        event.preventDefault()
    },
    onCopy: (event: ClipboardEvent) => {
      if (cursor.draft !== undefined) return
      event.clipboardData.setData('text/plain', writeBlock(copyBlock(editor.shown, marked.from, marked.to)))
      event.preventDefault()
      if (event.type === 'cut') clear()
    },
    onPaste: (event: ClipboardEvent) => {
      if (cursor.draft !== undefined) return
      event.preventDefault()
      const block = readBlock(event.clipboardData.getData('text/plain'))
      editor.paste(marked.from, block)
      setCursor({
        at: marked.from,
        to: {
          row: marked.from.row + block.length - 1,
          column: Math.min(last, marked.from.column + (block[0]?.length ?? 1) - 1),
        },
        draft: undefined,
      })
    },
  }
}

type Marked = { readonly from: CellPlace; readonly to: CellPlace }
type Acts = {
  readonly editor: PlanEditor
  readonly cursor: Cursor
  readonly marked: Marked
  go(place: CellPlace, isMarking?: boolean): void
  write(draft: string): void
  clear(): void
}

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -15, column: 0 },
  PageDown: { row: 15, column: 0 },
}

function onMoveKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent, { cursor, go }: Acts): boolean {
  const step = steps[key]
  if (step && !altKey && !ctrlKey && !metaKey) {
    const from = shiftKey ? cursor.to : cursor.at
    go({ row: from.row + step.row, column: from.column + step.column }, shiftKey)
  } else if (key === 'Home' || key === 'End') go({ row: cursor.at.row, column: key === 'Home' ? 0 : last }, shiftKey)
  else return false
  return true
}

/** Places by Alt and an arrow, undoing, new and removed rows. */
function onCommandKey(event: KeyboardEvent, acts: Acts): boolean {
  const { key, altKey, shiftKey } = event
  const held = [(event.ctrlKey || event.metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean)
  const act = commands[[...held, key.length === 1 ? key.toLowerCase() : key].join('+')]
  act?.(acts)
  return act !== undefined
}

const commands: Readonly<Record<string, (acts: Acts) => void>> = {
  'Alt+ArrowRight': ({ editor, cursor }) => editor.shift(cursor.at.row, 1),
  'Alt+ArrowLeft': ({ editor, cursor }) => editor.shift(cursor.at.row, -1),
  'Alt+ArrowUp': (acts) => move(acts, -1),
  'Alt+ArrowDown': (acts) => move(acts, 1),
  'Ctrl+z': ({ editor }) => editor.undo(),
  'Ctrl+y': ({ editor }) => editor.redo(),
  'Ctrl+Shift+z': ({ editor }) => editor.redo(),
  'Ctrl+Enter': ({ editor, cursor }) => editor.insert(cursor.at.row),
  'Ctrl+Delete': ({ editor, marked }) => editor.remove(marked.from.row, marked.to.row),
  'Ctrl+Backspace': ({ editor, marked }) => editor.remove(marked.from.row, marked.to.row),
  Delete: ({ clear }) => clear(),
  Backspace: ({ clear }) => clear(),
}

function move({ editor, cursor, go }: Acts, by: 1 | -1): void {
  go({ row: editor.move(cursor.at.row, by), column: cursor.at.column })
}

function onWriteKey({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent, { editor, cursor, write }: Acts) {
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing) return false
  if (key === 'F2' || key === 'Enter') write(editor.shown[cursor.at.row]?.[cursor.at.column] ?? '')
  else if (key.length === 1) write(key)
  else return false
  return true
}

function markedOf({ at, to }: Cursor): Marked {
  return {
    from: { row: Math.min(at.row, to.row), column: Math.min(at.column, to.column) },
    to: { row: Math.max(at.row, to.row), column: Math.max(at.column, to.column) },
  }
}

function blank({ from, to }: Marked): string[][] {
  return Array.from({ length: to.row - from.row + 1 }, () =>
    Array.from({ length: to.column - from.column + 1 }, () => ''),
  )
}
