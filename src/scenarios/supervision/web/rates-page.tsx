import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'
import { More } from '#platform/web/parts/next-page.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { type RateName, rateNames } from '../contract/routes/rates.ts'
import { api } from './api.ts'
import css from './rates.module.css'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['办结情况', 'Rates'],
  lead: [
    (from: string, to: string) => `${from} 至 ${to} 到期或提前办结的事项，各类来源都在内；撤回的不计`,
    (from: string, to: string) =>
      `What fell due from ${from} to ${to} or was answered before, of every kind; withdrawn ones are not counted`,
  ],
  unit: ['责任单位', 'Unit'],
  month: ['月份', 'Month'],
  due: ['到期', 'Fell due'],
  inTime: ['按时办结', 'In time'],
  extended: ['延期', 'Extended'],
  returned: ['退回', 'Returned'],
  passedUp: ['升级', 'Passed upward'],
  none: ['这几个月没有到期的事项', 'Nothing fell due in these months'],
  byUnit: ['按单位', 'By unit'],
  byMonth: ['按月', 'By month'],
  all: ['全部', 'All'],
  answered: [(moment: string) => `${moment} 办结`, (moment: string) => `answered ${moment}`],
  open: ['未办结', 'open'],
  dueBy: [(moment: string) => `${moment} 到期`, (moment: string) => `due ${moment}`],
} as const

type Opened = { readonly of: RateName; readonly unit: string | undefined; readonly from: string; readonly to: string }
type Address = { of?: string; unit?: string; month?: string }

/** 办结情况: by unit and month, each figure opening to its records. */
export function Page() {
  const t = useWords(words)
  const { from, to } = lastMonths(6)
  const [{ of, unit, month }, change] = useAddress<Address>()
  const query = useQuery(api.rates.queryOptions({ input: { from, to } }))
  const name = rateNames.find((one) => one === of)
  const opened = name && { of: name, unit, from: month ?? from, to: month ?? to }
  return (
    <PageFrame title={t.title} lead={t.lead(from, to)}>
      <Tabs />
      <Answered query={query}>
        {({ units, months }) =>
          units.length === 0 ? (
            <EmptyState title={t.none} />
          ) : (
            <div className={css.parts}>
              <Rates
                label={t.byMonth}
                first={t.month}
                rows={months.map((row) => ({ ...row, key: row.month, name: row.month }))}
                onOpen={(rate, key) => change({ of: rate, month: key, unit: undefined })}
              />
              <Rates
                label={t.byUnit}
                first={t.unit}
                rows={units.map((row) => ({ ...row, key: row.unit, name: row.unitName }))}
                onOpen={(rate, key) => change({ of: rate, unit: key, month: undefined })}
              />
            </div>
          )
        }
      </Answered>
      {opened && (
        <Records opened={opened} onClose={() => change({ of: undefined, unit: undefined, month: undefined })} />
      )}
    </PageFrame>
  )
}

type Row = { readonly key: string; readonly name: string } & Readonly<Record<RateName, number>>
type RatesProps = {
  readonly label: string
  readonly first: string
  readonly rows: readonly Row[]
  readonly onOpen: (of: RateName, key: string) => void
}

function Rates({ label, first, rows, onOpen }: RatesProps) {
  const t = useWords(words)
  return (
    <table className={`${css.table} ${css.stacked}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {rateNames.map((name) => (
            <th key={name} scope="col">
              {t[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {rateNames.map((name) => (
              <td key={name} data-label={t[name]}>
                <Count
                  value={row[name]}
                  of={name === 'due' ? undefined : row.due}
                  label={`${row.name} ${t[name]}`}
                  onOpen={() => onOpen(name, row.key)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CountProps = {
  readonly value: number
  readonly of: number | undefined
  readonly label: string
  readonly onOpen: () => void
}

function Count({ value, of, label, onOpen }: CountProps) {
  if (value === 0) return <span className={css.nothing}>0</span>
  return (
    <>
      <button type="button" className={css.number} aria-label={`${label} ${value}`} onClick={onOpen}>
        {value}
      </button>
      {of !== undefined && of > 0 && <span className={css.share}>{Math.round((value / of) * 100)}%</span>}
    </>
  )
}

function Records({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const t = useWords(words)
  const dates = useDates()
  const { of, unit, from, to } = opened
  const query = useInfiniteQuery(
    api.rateRecords.infiniteOptions({
      input: (after: string | undefined) => ({ of, from, to, ...(unit && { unit }), ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Panel title={dotted(t[of], from === to ? from : undefined)} onClose={onClose}>
      <Answered query={query}>
        {({ pages }) => (
          <ul className={css.records}>
            {pages
              .flatMap((page) => page.records)
              .map((one) => (
                <li key={one.obligation} className={css.record}>
                  <Link to={one.page}>{one.title}</Link>
                  <span className={css.note}>
                    {dotted(
                      one.unitName,
                      t.dueBy(dates.moment(one.dueAt)),
                      one.answeredAt ? t.answered(dates.moment(one.answeredAt)) : t.open,
                    )}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Answered>
      <More list={query} />
    </Panel>
  )
}

function lastMonths(count: number): { readonly from: string; readonly to: string } {
  const monthOf = (at: Date) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(at)
  const now = new Date()
  return { from: monthOf(new Date(now.getFullYear(), now.getMonth() - count + 1, 15)), to: monthOf(now) }
}
