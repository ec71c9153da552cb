import { Input, Radio } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ImportInput } from '../../contract/import.ts'
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
} as const

type Kind = ImportInput['kind']
type DescribeProjectProps = {
  /** The title that is offered. */
  readonly suggested: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onMake: (named: { title: string; kind: Kind; confidential: boolean }) => void
  readonly others: ReactNode
}

/** What the project is called, its kind, who may know of it. */
export function DescribeProject({ suggested, isBusy, error, onMake, others }: DescribeProjectProps) {
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const id = useId()
  const [title, setTitle] = useState(suggested)
  const [kind, setKind] = useState<Kind>('building')
  const [isConfidential, setConfidential] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onMake({ title: title.trim(), kind, confidential: isConfidential })
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
      <FailureMessage error={error} />
      <div className={css.buttons}>
        <Button type="submit" look="main" busy={isBusy}>
          {t.import}
        </Button>
        {others}
      </div>
    </form>
  )
}
