import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Lamp, type LampColour } from '#platform/web/vocabulary/lamp.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { FigureRecords, FigureRecordView } from '../contract/cockpit.ts'
import { api } from './api.ts'
import css from './cockpit/records.module.css'

const words = {
  cockpit: ['指挥舱', 'Cockpit'],
  none: ['这个数字下没有记录', 'There are no records under this figure'],
  more: ['再看一些', 'More'],
  due: [(day: string) => `${day} 到期`, (day: string) => `due ${day}`],
} as const

type Filter = { from?: string; to?: string; view?: string; [fact: string]: string | undefined }

/** The records under a figure of the cockpit; each opens. */
export function Page() {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const list = useRecords()
  const first = list.data?.pages[0]
  return (
    <PageFrame
      title={first?.name[isChinese ? 0 : 1] ?? ' '}
      lead={first?.definition[isChinese ? 0 : 1]}
      back={{ to: '/cockpit', label: t.cockpit }}
    >
      <Answered query={list}>
        {({ pages }) => {
          const records = pages.flatMap((page) => page.records)
          if (records.length === 0) return <EmptyState title={t.none} />
          return (
            <Queue
              label={first?.name[isChinese ? 0 : 1] ?? ''}
              items={records}
              keyOf={(record) => `${record.opens}${record.at}${record.what}`}
            >
              {(record) => <RecordLine record={record} />}
            </Queue>
          )
        }}
      </Answered>
      {list.hasNextPage && (
        <div className={css.more}>
          <Button onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
            {t.more}
          </Button>
        </div>
      )}
    </PageFrame>
  )
}

function useRecords() {
  const { indicator = '' } = useParams({ strict: false }) as { indicator?: string }
  const [{ from, to, view, ...facts }] = useAddress<Filter>()
  const told = Object.entries(facts).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : []))
  const cut = told.filter(([name]) => !name.endsWith('<'))
  const before = told.filter(([name]) => name.endsWith('<')).map(([name, value]) => [name.slice(0, -1), value] as const)
  const seen = view === 'hall' ? ('hall' as const) : ('own' as const)
  const input = {
    indicator,
    facts: Object.fromEntries(cut),
    below: Object.fromEntries(before),
    view: seen,
    ...(from && { from }),
    ...(to && { to }),
  }
  return useInfiniteQuery(
    api.figureRecords.infiniteOptions({
      input: (after: string | undefined) => ({ ...input, ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: FigureRecords) => page.next ?? undefined,
      placeholderData: (before) => before,
    }),
  )
}

function RecordLine({ record }: { readonly record: FigureRecordView }) {
  const t = useWords(words)
  const { moment } = useDates()
  const lamp = record.lamp as LampColour | null
  return (
    <Link to={record.opens as string} className={css.line}>
      <span className={css.lamp}>{lamp && <Lamp colour={lamp} />}</span>
      <span className={css.title}>{record.title}</span>
      <span className={css.facts}>{dotted(record.unit?.organisationName, record.person, record.project)}</span>
      <span className={css.when}>{record.at ? moment(record.at) : record.due && t.due(record.due)}</span>
    </Link>
  )
}
