import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { LookView } from '../contract/parts.ts'
import { api, touched } from './api.ts'
import css from './data.module.css'
import { Select } from './select.tsx'

const words = {
  title: ['提出异议', 'Say that data is wrong'],
  field: ['哪一项有误', 'Which field'],
  choose: ['请选择', 'Choose one'],
  statement: ['应当是什么，依据是什么', 'What would be right, and how you know'],
  send: ['提交提供单位核实', 'Ask the owner to look into it'],
  cancel: ['不提了', 'Leave it'],
  done: [(day: string) => `已提出，提供单位应在 ${day} 前答复`, (day: string) => `The owner owes an answer by ${day}`],
} as const

type DisputeFormProps = { readonly lookUp: string; readonly onDone: () => void }

/** Says that a field is wrong which a look-up of one's own unit brought. */
export function DisputeForm({ lookUp, onDone }: DisputeFormProps) {
  const t = useWords(words)
  const query = useQuery(api.disputable.queryOptions({ input: { lookUp } }))
  return (
    <Card title={t.title}>
      <Answered query={query}>{(look) => <Fields look={look} onDone={onDone} />}</Answered>
    </Card>
  )
}

function Fields({ look, onDone }: { readonly look: LookView; readonly onDone: () => void }) {
  const t = useWords(words)
  const dates = useDates()
  const tell = useNotice()
  const [field, setField] = useState<string>()
  const [statement, setStatement] = useState('')
  const raise = useCommand(api.dispute.call, {
    touches: touched,
    onDone: ({ dueAt }) => {
      tell(t.done(dates.day(dueAt)))
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (field !== undefined) raise.mutate({ lookUp: look.lookUp, field, statement: statement.trim() })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <span className={css.note}>{dotted(look.datasetName, look.organisation.name, dates.moment(look.at))}</span>
      <Select
        label={t.field}
        none={t.choose}
        value={field}
        options={look.fields.map(({ id, name }) => [id, name] as const)}
        onChange={setField}
      />
      <TextArea
        label={t.statement}
        required
        minLength={2}
        rows={3}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
      />
      <FailureMessage error={raise.error} />
      <div className={css.row}>
        <Button type="submit" look="main" busy={raise.isPending} disabled={field === undefined}>
          {t.send}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}
