import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './edit.module.css'
import type { useGridKeys } from './use-grid-keys.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = {
  tools: ['编辑', 'Edit'],
  insert: ['插入一行', 'Add a row'],
  remove: ['删除', 'Remove'],
  inward: ['降为下级', 'Lower'],
  outward: ['升为上级', 'Raise'],
  up: ['上移', 'Up'],
  down: ['下移', 'Down'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  save: ['保存', 'Save'],
  propose: ['查看影响并提出调整', 'See the impact, propose'],
  leave: ['返回', 'Leave'],
  nothing: ['还没有修改', 'Nothing changed yet'],
  changed: [(count: number) => `${count} 项修改未保存`, (count: number) => `${count} edits not saved`],
  faulty: [
    (count: number) => `，${count} 行有误，请先修改标红的单元格`,
    (count: number) => `, ${count} rows are faulty`,
  ],
} as const

type EditBarProps = {
  readonly editor: PlanEditor
  readonly keys: ReturnType<typeof useGridKeys>
  readonly canSave: boolean
  readonly canPropose: boolean
  readonly busy: boolean
  readonly onSave: () => void
  readonly onPropose: () => void
  readonly onLeave: () => void
}

/** What can be done with the rows that are marked, and where the edits go. */
export function EditBar({ editor, keys, canSave, canPropose, busy, onSave, onPropose, onLeave }: EditBarProps) {
  const t = useWords(words)
  const { row, column } = keys.cursor.at
  const { from, to } = keys.marked
  const move = (by: 1 | -1) => keys.go({ row: editor.move(row, by), column })
  const tools = [
    [t.insert, () => editor.insert(row)],
    [t.remove, () => editor.remove(from.row, to.row)],
    [t.inward, () => editor.shift(row, 1)],
    [t.outward, () => editor.shift(row, -1)],
    [t.up, () => move(-1)],
    [t.down, () => move(1)],
  ] as const
  const count = editor.operations.length
  const isBlocked = count === 0 || editor.faulty > 0
  return (
    <div className={css.bar}>
      <div className={css.tools} role="toolbar" aria-label={t.tools}>
        {tools.map(([label, act]) => (
          <Button key={label} look="quiet" onClick={act}>
            {label}
          </Button>
        ))}
        <Button look="quiet" disabled={!editor.canUndo} onClick={editor.undo}>
          {t.undo}
        </Button>
        <Button look="quiet" disabled={!editor.canRedo} onClick={editor.redo}>
          {t.redo}
        </Button>
      </div>
      <div className={css.ends}>
        <span className={css.count} role="status">
          {count === 0 ? t.nothing : t.changed(count)}
          {editor.faulty > 0 && t.faulty(editor.faulty)}
        </span>
        <Button onClick={onLeave}>{t.leave}</Button>
        {canSave && (
          <Button look="main" busy={busy} disabled={isBlocked} onClick={onSave}>
            {t.save}
          </Button>
        )}
        {canPropose && (
          <Button look="main" disabled={isBlocked} onClick={onPropose}>
            {t.propose}
          </Button>
        )}
      </div>
    </div>
  )
}
