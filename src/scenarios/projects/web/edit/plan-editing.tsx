import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { isProblem } from '#platform/web/api/failure.ts'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useUnsavedGuard } from '#platform/web/parts/unsaved-guard.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Edited } from '../../contract/edits.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { sheetOf } from '../../domain/edit/plan-sheet.ts'
import { type Replayed, replay } from '../../domain/edit/replay.ts'
import { api, touched } from '../api.ts'
import { ConflictView } from './conflict-view.tsx'
import css from './edit.module.css'
import { EditBar } from './edit-bar.tsx'
import { PlanGrid } from './plan-grid.tsx'
import { ProposePanel } from './propose-panel.tsx'
import { useGridKeys } from './use-grid-keys.ts'
import { usePlanEditor } from './use-plan-editor.ts'

const words = {
  saved: [
    ({ added, changed, removed, droppedLinks }: Edited) =>
      `已保存：新增 ${added}、修改 ${changed}、删除 ${removed} 个节点` +
      (droppedLinks.length > 0
        ? `；${droppedLinks.length} 处前置关系随前置节点删除（${droppedLinks.map(({ node, predecessor }) => `${node}←${predecessor}`).join('、')}）`
        : ''),
    ({ added, changed, removed, droppedLinks }: Edited) =>
      `Saved: ${added} added, ${changed} changed, ${removed} removed; ${droppedLinks.length} links went with their predecessors`,
  ],
  keys: [
    '方向键移动，Shift 选块，F2 或直接输入修改，Ctrl+C/V 与 Excel 互相复制，Alt+←→ 升降级，Alt+↑↓ 移动，Ctrl+Enter 插行，Ctrl+Delete 删行，Ctrl+Z 撤销。',
    'Arrows move, Shift marks, F2 or typing writes, Ctrl+C/V copies to and from Excel, Alt+arrows moves rows, Ctrl+Enter adds, Ctrl+Delete removes, Ctrl+Z undoes.',
  ],
} as const

/** The table in hand, what to do with it, and what stands in the way. */
export function PlanEditing({ detail, onDone }: { readonly detail: ProjectDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const tell = useNotice()
  const { day } = useDates()
  const queries = useQueryClient()
  const loaded = useMemo(() => sheetOf(detail.nodesInOrder, day), [detail.nodesInOrder, day])
  const [base, setBase] = useState({ sheet: loaded, version: detail.version })
  const [replayed, setReplayed] = useState<Replayed>()
  const [isProposing, setProposing] = useState(false)
  const editor = usePlanEditor(base.sheet)
  const keys = useGridKeys(editor)
  const guard = useUnsavedGuard(editor.operations.length > 0)
  const proposed = () => {
    guard.release()
    onDone()
  }
  const input = { project: detail.project, version: base.version, operations: editor.operations }
  const fetchAnew = () =>
    queries.fetchQuery({
      ...api.project.queryOptions({ input: { project: detail.project, nodes: 'all' } }),
      staleTime: 0,
    })
  const save = useCommand(api.edit.call, {
    touches: touched,
    onDone: async (edited) => {
      tell(t.saved(edited))
      const saved = await fetchAnew()
      const sheet = sheetOf(saved.nodesInOrder, day)
      setBase({ sheet, version: saved.version })
      setReplayed(undefined)
      editor.reset(sheet)
    },
  })
  const layOntoTheirs = async () => {
    const saved = await fetchAnew()
    const theirs = sheetOf(saved.nodesInOrder, day)
    const laid = replay(base.sheet, editor.sheet, theirs)
    setBase({ sheet: theirs, version: saved.version })
    setReplayed(laid)
    editor.reset(laid.sheet)
    save.reset()
  }
  const hasMoved = isProblem(save.error, 'projects.plan.moved')
  const told = useMemo(() => cellFaults(save.error, editor.operations), [save.error, editor.operations])
  return (
    <div className={css.editing}>
      <EditBar
        editor={editor}
        keys={keys}
        canSave={detail.may.edit}
        canPropose={detail.may.change}
        busy={save.isPending}
        onSave={() => save.mutate(input)}
        onPropose={() => setProposing(true)}
        onLeave={onDone}
      />
      {save.error && !hasMoved && <FailureMessage error={save.error} />}
      {(hasMoved || replayed) && (
        <ConflictView
          error={hasMoved ? save.error : undefined}
          replayed={replayed}
          editor={editor}
          onLay={() => void layOntoTheirs()}
        />
      )}
      <PlanGrid editor={editor} keys={keys} told={told} />
      <p className={css.keys}>{t.keys}</p>
      {isProposing && <ProposePanel input={input} onClose={() => setProposing(false)} onDone={proposed} />}
      {guard.question}
    </div>
  )
}

/** What the server found wrong with cells, by row and field: its path names the operation. */
function cellFaults(error: unknown, operations: readonly { readonly node: string }[]): ReadonlyMap<string, string> {
  if (!isProblem(error, 'projects.edit.cells-invalid')) return new Map()
  return new Map(
    (error.problem.issues ?? []).map(({ path, message }) => {
      const [, index, , field] = path.split('.')
      return [`${operations[Number(index)]?.node} ${field}`, message]
    }),
  )
}
