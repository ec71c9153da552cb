/** A day that a cell tells, with the time of day where it tells one (08:30:00), or why it does not. `year` is what a date outside the sensible years says. */
export type CellDate =
  | { readonly kind: 'date'; readonly date: string; readonly time?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'out-of-range'; readonly year: number }

const firstYear = 2000
const lastYear = 2098
const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const serial = /^\d{1,6}(?:\.\d+)?$/
const clock = /\s(\d{1,2}):(\d{2})(?::(\d{2}))?$/

/**
 * Reads a day as Chinese offices write it: 2026-3-1, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, or a spreadsheet's serial
 * number; with a time of day behind it where it is more than a day (2026-3-1 8:30). Midnight is what programs add to a day.
 */
export function cellDate(text: string): CellDate {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { kind: 'empty' }
  const parts = compact.exec(plain) ?? written.exec(plain)
  if (parts) return withTime(ofParts(Number(parts[1]), Number(parts[2]), Number(parts[3])), plain)
  if (serial.test(plain)) return ofSerial(Math.floor(Number(plain)))
  return { kind: 'unreadable' }
}

function withTime(read: CellDate, plain: string): CellDate {
  const [, hour, minute, second = '00'] = clock.exec(plain) ?? []
  if (read.kind !== 'date' || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return read
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`
  return time === '00:00:00' ? read : { ...read, time }
}

function ofParts(year: number, month: number, day: number): CellDate {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return { kind: 'unreadable' }
  if (year < firstYear || year > lastYear) return { kind: 'out-of-range', year }
  return { kind: 'date', date: at.toISOString().slice(0, 10) }
}

/** Day 1 of a spreadsheet is 1900-01-01, and it believes in 1900-02-29: from March 1900 on, days count from 1899-12-30. */
function ofSerial(serialDay: number): CellDate {
  const at = new Date(Date.UTC(1899, 11, 30) + serialDay * 86_400_000)
  return ofParts(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}
