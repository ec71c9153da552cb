/** A day that a cell tells, or why it does not. `year` is what a date outside the sensible years says. */
export type CellDate =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'out-of-range'; readonly year: number }

const firstYear = 2000
const lastYear = 2098
const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const serial = /^\d{1,6}(?:\.\d+)?$/

/** Reads a day as Chinese offices write it: 2026-3-1, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, or a spreadsheet's serial number. */
export function cellDate(text: string): CellDate {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { kind: 'empty' }
  const parts = compact.exec(plain) ?? written.exec(plain)
  if (parts) return ofParts(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (serial.test(plain)) return ofSerial(Math.floor(Number(plain)))
  return { kind: 'unreadable' }
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
