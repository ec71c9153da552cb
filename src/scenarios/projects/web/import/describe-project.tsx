import { useNavigate } from '@tanstack/react-router'
import { Input, Radio } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ImportInput, ImportPreview, PreviewInput } from '../../contract/import.ts'
import { api, touched } from '../api.ts'
import { kindWords } from '../names.ts'
import css from './import.module.css'

const words = {
  title: ['项目名称', 'Title of the project'],
  kind: ['项目类型', 'Kind'],
  confidential: [
    '限知悉范围：只有牵头单位和承担节点的单位看得到',
    'Confidential: only the lead unit and the units with nodes see it',
  ],
  import: ['导入为草稿', 'Import as a draft'],
  done: [
    (nodes: number) => `已导入 ${nodes} 行，确认后即可启动`,
    (nodes: number) => `${nodes} rows imported; start it once it is right`,
  ],
} as const

type Kind = ImportInput['kind']
type DescribeProjectProps = {
  readonly reading: PreviewInput | undefined
  readonly preview: ImportPreview
  readonly others: ReactNode
}

/** What the project is called, its kind, who may know of it. */
export function DescribeProject({ reading, preview, others }: DescribeProjectProps) {
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const id = useId()
  const [title, setTitle] = useState(preview.fileName.replace(/\.\w+$/, ''))
  const [kind, setKind] = useState<Kind>('building')
  const [isConfidential, setConfidential] = useState(false)
  const make = useImportCommand()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reading)
      make.mutate({ ...reading, mapping: preview.mapping, title: title.trim(), kind, confidential: isConfidential })
  }
  return (
    <form className={css.describe} onSubmit={submit}>
      <label htmlFor={id}>{t.title}</label>
      <Input
        id={id}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        minLength={2}
        maxLength={200}
        required
      />
      <fieldset>
        <legend>{t.kind}</legend>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      </fieldset>
      <label className={css.inline}>
        <input type="checkbox" checked={isConfidential} onChange={(event) => setConfidential(event.target.checked)} />
        {t.confidential}
      </label>
      <FailureMessage error={make.error} />
      <div className={css.buttons}>
        <Button type="submit" look="main" busy={make.isPending}>
          {t.import}
        </Button>
        {others}
      </div>
    </form>
  )
}

function useImportCommand() {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  return useCommand(api.import.call, {
    touches: touched,
    onDone: ({ project, nodes }) => {
      tell(t.done(nodes))
      void navigate({ to: '/projects/$project', params: { project } })
    },
  })
}
