import { useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { type SheetField, sheetFields } from '../../domain/edit/plan-sheet.ts'
import type { Replayed } from '../../domain/edit/replay.ts'
import css from './edit.module.css'
import type { PlanEditor } from './use-plan-editor.ts'

const words = {
  title: ['别人先保存了', 'Somebody else saved first'],
  lay: ['取来对方的修改，与我的合在一起', 'Fetch theirs and lay mine onto them'],
  merged: [
    '已合并：对方的修改和您的修改都在表中，没有冲突。请核对后保存。',
    'Merged: both are in the table without conflict. Look it over and save.',
  ],
  conflicts: [
    (count: number) => `有 ${count} 个单元格双方都改了，暂按您的；请逐个选定后保存。`,
    (count: number) => `${count} cells were changed by both; yours stand for now. Choose, then save.`,
  ],
  lost: [
    (titles: string) => `对方删除了您改过的节点：${titles}。`,
    (titles: string) => `They removed nodes that you had edited: ${titles}.`,
  ],
  mine: ['我的', 'Mine'],
  theirs: ['对方的', 'Theirs'],
  empty: ['（空）', '(empty)'],
} as const

const fieldWords = {
  title: ['节点名称', 'Title'],
  nature: ['工作性质', 'Nature'],
  deliverable: ['交付成果', 'Deliverable'],
  organisation: ['责任单位', 'Unit'],
  person: ['责任人', 'Person'],
  plannedStart: ['计划开始', 'Start'],
  deadline: ['完成时限', 'Deadline'],
  links: ['前置节点', 'After'],
} as const satisfies Record<SheetField, readonly [string, string]>

type ConflictViewProps = {
  readonly error: unknown
  readonly replayed: Replayed | undefined
  readonly editor: PlanEditor
  readonly onLay: () => void
}

/** What somebody else saved meanwhile, and the cells where both wrote: one's own edits are never lost. */
export function ConflictView({ error, replayed, editor, onLay }: ConflictViewProps) {
  const t = useWords(words)
  return (
    <section className={css.conflict} aria-label={t.title}>
      {Boolean(error) && (
        <>
          <FailureMessage error={error} />
          <Button look="main" onClick={onLay}>
            {t.lay}
          </Button>
        </>
      )}
      {replayed && !error && (
        <>
          <p>{replayed.conflicts.length > 0 ? t.conflicts(replayed.conflicts.length) : t.merged}</p>
          {replayed.lost.length > 0 && <p>{t.lost(replayed.lost.join('、'))}</p>}
          <Choices replayed={replayed} editor={editor} />
        </>
      )}
    </section>
  )
}

function Choices({ replayed, editor }: { readonly replayed: Replayed; readonly editor: PlanEditor }) {
  const t = useWords(words)
  const fields = useWords(fieldWords)
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  return (
    <ul className={css.choices}>
      {replayed.conflicts.map((conflict) => {
        const key = `${conflict.id} ${conflict.field}`
        const choose = (whose: 'mine' | 'theirs') => {
          setChosen({ ...chosen, [key]: whose })
          editor.settle(withCell(editor, conflict.id, conflict.field, conflict[whose]))
        }
        return (
          <li key={key}>
            <fieldset className={css.choice}>
              <legend>
                {conflict.title} · {fields[conflict.field]}
              </legend>
              {(['mine', 'theirs'] as const).map((whose) => (
                <label key={whose}>
                  <input
                    type="radio"
                    name={key}
                    checked={(chosen[key] ?? 'mine') === whose}
                    onChange={() => choose(whose)}
                  />
                  {t[whose]}：{conflict[whose] || t.empty}
                </label>
              ))}
            </fieldset>
          </li>
        )
      })}
    </ul>
  )
}

function withCell({ sheet }: PlanEditor, id: string, field: SheetField, text: string): PlanEditor['sheet'] {
  if (!sheetFields.includes(field)) return sheet
  return {
    ...sheet,
    rows: sheet.rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [field]: text } } : row)),
  }
}
