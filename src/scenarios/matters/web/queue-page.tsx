import { useInfiniteQuery } from '@tanstack/react-query'
import { More } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Queue, useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useLanguage, useWords } from '#platform/web/words/words.ts'
import type { QueueLine } from '../contract/views.ts'
import { api } from './api.ts'
import css from './cases.module.css'
import { channelWords, wordOf } from './names.ts'

const words = {
  title: ['办件', 'Cases'],
  lead: ['本单位要办的步骤，最急的在前；数据能核验的不再向申请人要', 'Steps of my unit, most urgent first'],
  nothing: ['没有待办的步骤', 'No step waits'],
  hint: ['有办件转到本单位时，会按时限列在这里。', 'What comes to the unit is listed here by its time.'],
  late: ['已逾期', 'Late'],
  open: ['待办', 'To do'],
  correcting: ['等待申请人补正，时限暂停', 'Waiting for the applicant; the clock stands'],
  paused: ['等待补正', 'correction asked'],
} as const

/** 办件: what my unit has to do for residents, enterprises and other units. */
export function Page() {
  const t = useWords(words)
  const queue = useInfiniteQuery(
    api.queue.infiniteOptions({
      input: (after: string | undefined) => ({ ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: 60_000,
    }),
  )
  useQueueKeys()
  return (
    <PageFrame narrow title={t.title} lead={t.lead}>
      <Answered query={queue}>{({ pages }) => <Groups steps={stepsOnce(pages)} isAll={!queue.hasNextPage} />}</Answered>
      <More list={queue} />
    </PageFrame>
  )
}

const keyOf = ({ case: id, step }: QueueLine) => `${id}.${step.id}`

/** What moved while somebody read on, and so stands on two pages, once. */
function stepsOnce(pages: readonly { readonly steps: readonly QueueLine[] }[]): QueueLine[] {
  return [...new Map(pages.flatMap(({ steps }) => steps.map((one) => [keyOf(one), one]))).values()]
}

type GroupsProps = { readonly steps: readonly QueueLine[]; readonly isAll: boolean }

function Groups({ steps, isAll }: GroupsProps) {
  const t = useWords(words)
  const open = steps.filter(({ state }) => state === 'open')
  if (steps.length === 0) return <EmptyState title={t.nothing}>{t.hint}</EmptyState>
  return (
    <div className={css.groups}>
      <Group title={t.late} steps={open.filter(({ left }) => left.late)} isAll={isAll} />
      <Group title={t.open} steps={open.filter(({ left }) => !left.late)} isAll={isAll} />
      <Group title={t.correcting} steps={steps.filter(({ state }) => state === 'correcting')} isAll={isAll} />
    </div>
  )
}

function Group({ title, steps, isAll }: GroupsProps & { readonly title: string }) {
  if (steps.length === 0) return null
  return (
    <section className={css.group}>
      <h2 className={css.heading}>
        {title}
        <span className={css.count}>{isAll ? steps.length : `${steps.length}+`}</span>
      </h2>
      <Queue label={title} items={steps} keyOf={keyOf}>
        {(line) => <StepLine line={line} />}
      </Queue>
    </section>
  )
}

function StepLine({ line }: { readonly line: QueueLine }) {
  const either = useEither()
  const t = useWords(words)
  const language = useLanguage()
  const channel = wordOf(channelWords, line.channel, language)
  return (
    <Line
      to={`/cases/${line.case}`}
      title={either(line.matter.name, line.matter.english)}
      note={dotted(line.step.name, line.applicant, channel, line.number)}
      aside={<Clock left={line.left} {...(line.state === 'correcting' && { paused: t.paused })} />}
    />
  )
}
