import { useQueryClient } from '@tanstack/react-query'
import { useCommand } from '#platform/web/api/command.ts'
import { isProblem } from '#platform/web/api/failure.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { PlanEdit } from '../../../contract/edits.ts'
import { api, touched } from '../../api.ts'
import css from './mind-map.module.css'

const words = {
  save: ['保存修改', 'Save the changes'],
  unsaved: ['有未保存的修改', 'There are unsaved changes'],
  none: ['没有修改', 'Nothing changed'],
  again: ['对方的修改我已知悉，把我的也存上', 'I know of theirs; save mine onto them'],
  saved: [
    (added: number, changed: number, removed: number) => `已保存：新增 ${added}，修改 ${changed}，删除 ${removed}`,
    (added: number, changed: number, removed: number) =>
      `Saved: ${added} added, ${changed} changed, ${removed} removed`,
  ],
} as const

type SaveEditsProps = {
  readonly project: string
  readonly version: number
  readonly changes: number
  readonly editsOf: () => PlanEdit[]
  /** Called when what was saved has been read back. */
  readonly onSaved: () => void
}

/** Saves what was changed on the map, all or nothing. */
export function SaveEdits({ project, version, changes, editsOf, onSaved }: SaveEditsProps) {
  const t = useWords(words)
  const tell = useNotice()
  const queries = useQueryClient()
  const save = useCommand(api.edit.call, {
    touches: touched,
    onDone: ({ added, changed, removed }) => tell(t.saved(added, changed, removed)),
  })
  const send = (onto: number) => {
    const operations = editsOf()
    if (operations.length > 0) save.mutate({ project, version: onto, operations }, { onSuccess: onSaved })
    else tell(t.none)
  }
  const sendOntoTheirs = async () => {
    const input = { project, nodes: 'none' } as const
    send((await queries.fetchQuery({ ...api.project.queryOptions({ input }), staleTime: 0 })).version)
  }
  return (
    <div className={css.save}>
      <Button look="main" busy={save.isPending} disabled={changes === 0} onClick={() => send(version)}>
        {t.save}
      </Button>
      <span className={css.keys}>{changes > 0 ? t.unsaved : t.none}</span>
      <FailureMessage error={save.error} />
      {isProblem(save.error, 'projects.plan.moved') && (
        <Button busy={save.isPending} onClick={() => void sendOntoTheirs()}>
          {t.again}
        </Button>
      )}
    </div>
  )
}
