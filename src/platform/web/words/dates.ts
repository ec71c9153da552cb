import { type Language, useLanguage } from './words.ts'

const timeZone = 'Asia/Shanghai'
const locales = { zh: 'zh-CN', en: 'en-GB' } as const
const calendarDay = new Intl.DateTimeFormat('en-CA', { timeZone })
const formats = new Map<string, Intl.DateTimeFormat>()

/** Dates and times at the edge: instants in, the county's wall clock out. The year shows only where it is not this one. */
export type Dates = {
  /** `11月22日 周六`, `2027年2月8日 周一` */
  date(instant: string): string
  /** `11月22日 17:30` */
  moment(instant: string): string
  /** `2026-11-22` */
  day(instant: string): string
}

/** Dates in the reader's language. */
export function useDates(): Dates {
  return datesIn(useLanguage())
}

/** The same outside a component; `now` decides which year goes without saying. */
export function datesIn(language: Language, now = new Date()): Dates {
  const thisYear = format('en', { year: 'numeric' }).format(now)
  const show = (instant: string, options: Intl.DateTimeFormatOptions) => {
    const at = new Date(instant)
    const year = format('en', { year: 'numeric' }).format(at) === thisYear ? {} : ({ year: 'numeric' } as const)
    return format(language, { ...year, ...options }).format(at)
  }
  const monthDay = { month: language === 'zh' ? 'long' : 'short', day: 'numeric' } as const
  return {
    date: (instant) => spaced(show(instant, { ...monthDay, weekday: 'short' })),
    moment: (instant) =>
      `${show(instant, monthDay)} ${format('zh', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))}`,
    day: (instant) => calendarDay.format(new Date(instant)),
  }
}

function spaced(text: string): string {
  return text.replace(/日(?=[周星])/, '日 ')
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
  formats.set(key, known)
  return known
}
