import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { api, touched } from './api.ts'
import css from './data.module.css'
import { DisputeForm } from './dispute-form.tsx'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['数据异议', 'Disputes'],
  lead: [
    '数据有误时，由提供单位核实并答复；答复前是它的督办事项',
    'Where data is said to be wrong its owner looks into it and answers; until then it owes that',
  ],
  none: ['没有异议', 'No disputes'],
  noneHint: ['居民或窗口发现查到的数据有误，可以提出异议。', 'Whoever finds that data is wrong can say so.'],
  open: ['待答复', 'Open'],
  corrected: ['已更正', 'Put right'],
  upheld: ['维持原数据', 'Right as it is'],
  raised: [(by: string, at: string) => `${by} ${at} 提出`, (by: string, at: string) => `raised by ${by}, ${at}`],
  says: [(text: string) => `提出的情况：${text}`, (text: string) => `They say: ${text}`],
  answered: [(text: string) => `答复：${text}`, (text: string) => `Answer: ${text}`],
  answer: ['答复', 'Answer'],
  how: ['核实结果', 'Result'],
  why: ['说明', 'Explanation'],
  done: ['已答复', 'Answered'],
} as const

/** 异议: data that is said to be wrong, and what its owner says. */
export function Page() {
  const t = useWords(words)
  const [{ look }, change] = useAddress<{ look?: string }>()
  const query = useQuery(api.disputes.queryOptions())
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Tabs />
      {look && <DisputeForm lookUp={look} onDone={() => change({ look: undefined })} />}
      <Answered query={query}>
        {({ disputes }) =>
          disputes.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <ul className={css.list}>
              {disputes.map((one) => (
                <DisputeItem key={one.dispute} one={one} />
              ))}
            </ul>
          )
        }
      </Answered>
    </PageFrame>
  )
}

type Dispute = Awaited<ReturnType<typeof api.disputes.call>>['disputes'][number]

function DisputeItem({ one }: { readonly one: Dispute }) {
  const t = useWords(words)
  const dates = useDates()
  const style = { open: css.doubtful, corrected: css.good, upheld: undefined }[one.state]
  return (
    <li className={css.item}>
      <div className={css.head}>
        <span className={css.strong}>{dotted(one.datasetName, one.fieldName)}</span>
        <span className={[css.mark, style].filter(Boolean).join(' ')}>{t[one.state]}</span>
      </div>
      <span className={css.note}>{dotted(one.owner.name, t.raised(one.raisedBy, dates.moment(one.at)))}</span>
      {one.left && <Clock left={one.left} />}
      {one.statement && <span>{t.says(one.statement)}</span>}
      {one.answer && <span>{t.answered(one.answer)}</span>}
      {one.mayAnswer && <AnswerForm dispute={one.dispute} />}
    </li>
  )
}

function AnswerForm({ dispute }: { readonly dispute: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const [result, setResult] = useState<'corrected' | 'upheld'>('corrected')
  const [answer, setAnswer] = useState('')
  const give = useCommand(api.answerDispute.call, { touches: touched, onDone: () => tell(t.done) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate({ dispute, corrected: result === 'corrected', answer })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label={t.how}
        value={result}
        options={[
          { value: 'corrected', label: t.corrected },
          { value: 'upheld', label: t.upheld },
        ]}
        onChange={setResult}
      />
      <TextArea
        label={t.why}
        required
        minLength={2}
        rows={2}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <FailureMessage error={give.error} />
      <div>
        <Button type="submit" busy={give.isPending}>
          {t.answer}
        </Button>
      </div>
    </form>
  )
}
