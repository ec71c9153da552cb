import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { TextField } from '#platform/web/parts/field.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { MatterLine } from '../contract/views.ts'
import { api } from './api.ts'
import css from './cases.module.css'
import { TakenCases } from './taken-cases.tsx'

const words = {
  title: ['综合窗口', 'One window'],
  lead: [
    '什么事都在这里收：按群众的说法查事项，数据能核验的不收纸',
    'Everything is taken here: search by what people say',
  ],
  search: ['群众要办什么', 'What is asked for'],
  hint: ['可以输口语、拼音或首字母，例如“租房提公积金”“zfgjj”', 'Everyday words, pinyin or initials'],
  found: ['事项', 'Matters'],
  none: ['没有找到这样的事项', 'Nothing found'],
  noneHint: ['换一种说法试试，或只输一两个字。', 'Try other words, or only one or two characters.'],
  days: [(days: number) => `承诺 ${days} 个工作日`, (days: number) => `${days} working days`],
  instant: ['即时决定', 'decided at once'],
  trips: [(trips: number) => (trips === 0 ? '一次都不跑' : `到场 ${trips} 次`), (trips: number) => `${trips} trips`],
} as const

/** 综合窗口: search a matter, take a request, see what was taken. */
export function Page() {
  const t = useWords(words)
  const [{ q = '' }, change] = useAddress<{ q?: string }>()
  const matters = useQuery(api.matters.queryOptions({ input: { search: q }, placeholderData: keepPreviousData }))
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.record}>
        <div className={css.stack}>
          <TextField
            label={t.search}
            hint={t.hint}
            type="search"
            maxLength={100}
            value={q}
            onChange={(event) => change({ q: event.target.value || undefined })}
          />
          <Answered query={matters}>{({ matters: found }) => <Found matters={found} />}</Answered>
        </div>
        <aside>
          <TakenCases />
        </aside>
      </div>
    </PageFrame>
  )
}

function Found({ matters }: { readonly matters: readonly MatterLine[] }) {
  const either = useEither()
  const t = useWords(words)
  if (matters.length === 0) return <EmptyState title={t.none}>{t.noneHint}</EmptyState>
  return (
    <Queue label={t.found} items={matters} keyOf={({ matter }) => matter}>
      {(matter) => (
        <Line
          to={`/window/${matter.matter}`}
          title={either(matter.name, matter.english)}
          note={dotted(matter.authority.name, matter.instant ? t.instant : t.days(matter.promisedDays))}
          aside={t.trips(matter.trips)}
        />
      )}
    </Queue>
  )
}
