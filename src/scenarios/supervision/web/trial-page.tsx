import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './rates.module.css'
import { Tabs } from './tabs.tsx'
import { TrialResult } from './trial-result.tsx'
import { tryLadder } from './try-ladder.ts'

const words = {
  title: ['时限试算', 'Trial of limits'],
  lead: [
    '改时限之前，先在过去 12 个月的记录上算一遍；只算不改',
    'Before limits change, try them on the last twelve months; nothing is written',
  ],
  which: ['哪个阶梯', 'Which ladder'],
  proposed: ['拟改的时限', 'Proposed limits'],
  days: ['个工作日', 'working days'],
  hours: ['个工作小时', 'working hours'],
  unit: ['单位', 'Unit'],
  last: ['最后一级，不设时限', 'The last level has no limit'],
  send: ['试算', 'Try'],
  tried: [(count: number) => `已试算 ${count} 项 …`, (count: number) => `${count} tried …`],
} as const

type Limit = { readonly workingDays: number } | { readonly workingHours: number }
type Level = { readonly name: string; readonly limit: Limit | null }
type LadderView = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly levels: readonly Level[]
}

/** 时限试算: other limits on the record of the last twelve months. */
export function Page() {
  const t = useWords(words)
  const query = useQuery(api.ladders.queryOptions())
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Tabs />
      <Answered query={query}>{({ ladders }) => <Trial ladders={ladders} />}</Answered>
    </PageFrame>
  )
}

function Trial({ ladders }: { readonly ladders: readonly LadderView[] }) {
  const t = useWords(words)
  const [id, setId] = useState(ladders[0]?.id ?? '')
  const ladder = ladders.find((one) => one.id === id)
  return (
    <div className={css.parts}>
      <div>
        <Choice
          label={t.which}
          value={id}
          options={ladders.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setId}
        />
      </div>
      {ladder && <Proposal key={id} ladder={ladder} />}
    </div>
  )
}

function Proposal({ ladder }: { readonly ladder: LadderView }) {
  const t = useWords(words)
  const [levels, setLevels] = useState(ladder.levels)
  const [tried, setTried] = useState(0)
  const trial = useMutation({
    mutationFn: () =>
      tryLadder({ ladder: ladder.id, levels: levels.map(({ name, limit }) => ({ name, limit })) }, setTried),
    onSettled: () => setTried(0),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    trial.mutate()
  }
  const change = (at: number, limit: Limit) =>
    setLevels(levels.map((level, index) => (index === at ? { ...level, limit } : level)))
  return (
    <>
      <Card title={t.proposed}>
        <form className={css.form} onSubmit={submit}>
          {levels.map(({ name, limit }, at) => (
            <LevelField key={name} name={name} limit={limit} onChange={(next) => change(at, next)} />
          ))}
          <FailureMessage error={trial.error} />
          <div>
            <Button type="submit" look="main" busy={trial.isPending}>
              {t.send}
            </Button>
            {tried > 0 && <output className={css.note}> {t.tried(tried)}</output>}
          </div>
        </form>
      </Card>
      {trial.data && <TrialResult result={trial.data} />}
    </>
  )
}

type LevelFieldProps = {
  readonly name: string
  readonly limit: Limit | null
  readonly onChange: (limit: Limit) => void
}

function LevelField({ name, limit, onChange }: LevelFieldProps) {
  const t = useWords(words)
  if (limit === null)
    return (
      <div className={css.level}>
        <span>{name}</span>
        <span className={`${css.note} ${css.last}`}>{t.last}</span>
      </div>
    )
  const isDays = 'workingDays' in limit
  const amount = isDays ? limit.workingDays : limit.workingHours
  const limitOf = (value: number, inDays: boolean): Limit => (inDays ? { workingDays: value } : { workingHours: value })
  return (
    <div className={css.level}>
      <span>{name}</span>
      <input
        type="number"
        min={1}
        max={isDays ? 365 : 1000}
        value={amount}
        aria-label={name}
        required
        onChange={(event) => onChange(limitOf(event.target.valueAsNumber || 1, isDays))}
      />
      <select
        aria-label={`${name} ${t.unit}`}
        value={isDays ? 'days' : 'hours'}
        onChange={(event) => onChange(limitOf(amount, event.target.value === 'days'))}
      >
        <option value="days">{t.days}</option>
        <option value="hours">{t.hours}</option>
      </select>
    </div>
  )
}
