import { type KeyboardEvent, useMemo } from 'react'
import { type CivilDate, dateOfDay, dayOf, dayOfDate } from '#platform/kernel/working-time/civil-date.ts'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { Drawn } from '../drawn.ts'
import { DayCell } from './day-cell.tsx'
import { DayNodes } from './day-nodes.tsx'
import { deadlines, monthAfter, monthAt, parseMonth, weeksOf } from './month.ts'
import css from './month-view.module.css'

const words = {
  before: ['上个月', 'Month before'],
  after: ['下个月', 'Next month'],
  today: ['今天', 'Today'],
  weekdays: ['一二三四五六日', 'MTWTFSS'],
  month: [
    (year: number, month: number) => `${year} 年 ${month} 月`,
    (year: number, month: number) => `${year}-${month}`,
  ],
} as const

/** A month with its deadlines, days off and make-up days. */
export function MonthView({ drawn }: { readonly drawn: Drawn }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const [address, change] = useAddress<{ month?: string; day?: string }>()
  const today = dateOfDay(dayOf(drawn.now))
  const month = parseMonth(address.month) ?? monthAt(drawn.now)
  const picked = address.day?.startsWith(month) ? address.day : today.startsWith(month) ? today : `${month}-01`
  const due = useMemo(() => deadlines(drawn.nodes), [drawn])
  const pick = (day: string) => change({ month: day.slice(0, 7), day })
  const turn = (months: number) => change({ month: monthAfter(month, months), day: undefined })
  return (
    <div className={css.month}>
      <header className={css.header}>
        <h2>{t.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</h2>
        <Button aria-label={t.before} look="quiet" onClick={() => turn(-1)}>
          <Icon name="back" />
        </Button>
        <Button onClick={() => change({ month: undefined, day: undefined })}>{t.today}</Button>
        <Button aria-label={t.after} look="quiet" onClick={() => turn(1)}>
          <Icon name="next" />
        </Button>
      </header>
      <div className={css.sides}>
        <table className={css.grid}>
          <thead>
            <tr>
              {[...t.weekdays].map((name, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: weekdays stand where they stand
                <th key={place} scope="col">
                  {isChinese ? `周${name}` : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={(event) => moveByKey(event, picked, pick)}>
            {weeksOf(month).map((week) => (
              <tr key={week[0]}>
                {week.map((date) => (
                  <DayCell
                    key={date}
                    date={date}
                    nodes={due.get(date) ?? []}
                    day={drawn.days.get(date)}
                    isOutside={!date.startsWith(month)}
                    isToday={date === today}
                    isPicked={date === picked}
                    onPick={pick}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <DayNodes date={picked} nodes={due.get(picked) ?? []} day={drawn.days.get(picked)} />
      </div>
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Arrows move from day to day and from week to week. */
function moveByKey(event: KeyboardEvent<HTMLElement>, picked: string, pick: (day: string) => void): void {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = dateOfDay(dayOfDate(picked as CivilDate) + step)
  const table = event.currentTarget
  pick(next)
  requestAnimationFrame(() => table.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus())
}
