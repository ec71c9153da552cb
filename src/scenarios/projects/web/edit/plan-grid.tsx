import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { countBelow, type SheetField, sheetFields } from '../../domain/edit/plan-sheet.ts'
import css from './plan-grid.module.css'
import type { useGridKeys } from './use-grid-keys.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = {
  table: ['节点表', 'Table of nodes'],
  code: ['编号', 'Code'],
  title: ['节点名称', 'Title'],
  nature: ['工作性质', 'Nature'],
  deliverable: ['交付成果', 'Deliverable'],
  organisation: ['责任单位', 'Unit'],
  person: ['责任人', 'Person'],
  plannedStart: ['计划开始', 'Start'],
  deadline: ['完成时限', 'Deadline'],
  links: ['前置节点', 'After'],
} as const

const rowHeight = 36

type GridProps = {
  readonly editor: PlanEditor
  readonly keys: ReturnType<typeof useGridKeys>
  /** What the server found wrong with cells, by row id and field. */
  readonly told: ReadonlyMap<string, string>
}

/** The node table as a spreadsheet: only the rows that are seen are drawn, the keyboard reaches every cell. */
export function PlanGrid({ editor, keys, told }: GridProps) {
  const t = useWords(words)
  const scroller = useRef<HTMLDivElement>(null)
  const { rows } = editor.sheet
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const { row } = keys.cursor.to
  useEffect(() => {
    if (row < rows.length) drawn.scrollToIndex(row)
  }, [row, rows.length, drawn])
  return (
    <div ref={scroller} className={css.scroller}>
      <table
        className={css.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is written in is a grid (ARIA APG)
        role="grid"
        aria-label={t.table}
        aria-rowcount={rows.length + 1}
        aria-colcount={sheetFields.length + 1}
        aria-activedescendant={`cell-${keys.cursor.at.row}-${keys.cursor.at.column}`}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onCopy={keys.onCopy}
        onCut={keys.onCopy}
        onPaste={keys.onPaste}
      >
        <thead className={css.head}>
          <tr className={css.headings}>
            {(['code', ...sheetFields] as const).map((field) => (
              <th key={field} scope="col" className={css.heading}>
                {t[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css.body} style={{ height: drawn.getTotalSize() }}>
          {drawn.getVirtualItems().map(({ index, start }) => (
            <GridRow key={rows[index]?.id ?? index} {...{ editor, keys, told, index }} top={start} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GridRow({ editor, keys, told, index, top }: GridProps & { readonly index: number; readonly top: number }) {
  const row = editor.sheet.rows[index]
  if (row === undefined) return null
  const isBranch = countBelow(editor.sheet.rows, index) > 0
  return (
    <tr
      className={isBranch ? `${css.row} ${css.branch}` : css.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
    >
      <th scope="row" className={css.code}>
        {editor.codes[index]}
      </th>
      {sheetFields.map((field, column) => (
        <GridCell key={field} {...{ editor, keys, told, index, field, column }} depth={row.depth} id={row.id} />
      ))}
    </tr>
  )
}

type CellProps = GridProps & {
  readonly index: number
  readonly column: number
  readonly field: SheetField
  readonly depth: number
  readonly id: string
}

function GridCell({ editor, keys, told, index, column, field, depth, id }: CellProps) {
  const language = useLanguage()
  const { cursor, marked } = keys
  const isActive = cursor.at.row === index && cursor.at.column === column
  const fault = editor.faults[index]?.[field]?.[language === 'zh' ? 0 : 1] ?? told.get(`${id} ${field}`)
  const text = editor.shown[index]?.[column] ?? ''
  const place = { row: index, column }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell, which can be selected
    <td
      id={`cell-${index}-${column}`}
      aria-colindex={column + 2}
      aria-selected={isWithin(marked, index, column)}
      aria-invalid={fault ? true : undefined}
      title={fault ?? text}
      className={css.cell}
      data-active={isActive || undefined}
      style={field === 'title' ? { paddingLeft: 8 + depth * 16 } : undefined}
      onClick={(event) => keys.go(place, event.shiftKey)}
      onDoubleClick={() => keys.write(text)}
    >
      {isActive && cursor.draft !== undefined ? <CellInput keys={keys} draft={cursor.draft} /> : text}
    </td>
  )
}

function CellInput({ keys, draft }: { readonly keys: GridProps['keys']; readonly draft: string }) {
  const input = useRef<HTMLInputElement>(null)
  const isLeft = useRef(false)
  useEffect(() => input.current?.focus(), [])
  const grid = () => input.current?.closest<HTMLElement>('[role=grid]')?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const move = leaving[event.key]
    if (event.key !== 'Escape' && move === undefined) return
    event.preventDefault()
    isLeft.current = true
    grid()
    if (move === undefined) keys.cancel()
    else keys.commit(event.shiftKey ? { row: -move.row, column: -move.column } : move)
  }
  return (
    <input
      ref={input}
      className={css.input}
      value={draft}
      onChange={(event) => keys.write(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => isLeft.current || keys.commit({ row: 0, column: 0 })}
    />
  )
}

const leaving: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  Enter: { row: 1, column: 0 },
  Tab: { row: 0, column: 1 },
}

function isWithin({ from, to }: GridProps['keys']['marked'], row: number, column: number): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}
