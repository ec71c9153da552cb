import type { Instant } from '#platform/kernel/working-time/index.ts'

const dateTime = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/
const shanghaiMinutes = 8 * 60

/** The years that a plan may lie in. */
export const fileYears = { first: 2000, last: 2098 } as const

/** The instant of a date in a file; one without a zone is China's time. Nothing for what is no date or out of the years. */
export function parseFileDate(text: string): Instant | undefined {
  const [whole, year, month, day, hour = '0', minute = '0', second = '0', zone] = dateTime.exec(text) ?? []
  if (whole === undefined || Number(year) < fileYears.first || Number(year) > fileYears.last) return undefined
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  if (
    Number(hour) > 24 ||
    Number(minute) > 59 ||
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)
  )
    return undefined
  return time - offsetMinutes(zone) * 60_000
}

/** A date as files have it, in China's time and without a zone. */
export function writeFileDate(instant: Instant): string {
  return new Date(instant + shanghaiMinutes * 60_000).toISOString().slice(0, 19)
}

const duration = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Minutes of a duration as `PT8H0M0S`; nothing for what is none. Years and months do not occur in files of Project. */
export function parseDuration(text: string): number | undefined {
  const [whole, minus, years, months, days, hours, minutes, seconds] = duration.exec(text) ?? []
  if (whole === undefined || years !== undefined || months !== undefined) return undefined
  const sum = Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60
  return minus ? -sum : sum
}

/** A duration of minutes as files have it. */
export function writeDuration(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`
}

/** Minutes of the day of a time as `08:30:00`; nothing for what is none. */
export function parseTime(text: string): number | undefined {
  const [whole, hour, minute] = /^(?:\d{4}-\d{2}-\d{2}T)?(\d{2}):(\d{2})(?::\d{2})?$/.exec(text) ?? []
  return whole === undefined ? undefined : Number(hour) * 60 + Number(minute)
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined) return shanghaiMinutes
  if (zone === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
