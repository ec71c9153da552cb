import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const month = join(import.meta.dirname, '..', 'domain', 'plates', 'month.ts')
const calendar = join(import.meta.dirname, '..', '..', '..', 'testing', 'work-calendar.ts')
const program = `
  const { closingOf } = await import(${JSON.stringify(month)})
  const { testCalendar } = await import(${JSON.stringify(calendar)})
  const months = [2025, 2026].flatMap((year) => Array.from({ length: 12 }, (_, at) => year + '-' + String(at + 1).padStart(2, '0')))
  const closings = months.map((one) => [one, closingOf(testCalendar, one, 'last-working-hour'), closingOf(testCalendar, one, 'month-end')])
  console.log(JSON.stringify({ closings, offset: new Date(2026, 2, 31).getTimezoneOffset() }))`

function closingsUnder(zone: string): { closings: unknown; offset: number } {
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' }
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env, encoding: 'utf8' }),
  )
}

// Clocks change on Sundays that end a month: 29 March 2026 in Berlin, 5 April 2026 on Lord Howe, by half an hour.
it('a month is closed at the same instant whatever the clock of the machine does at its end', () => {
  const at = closingsUnder('Asia/Shanghai')
  expect(at.offset).toBe(-480)
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York']) {
    const elsewhere = closingsUnder(zone)
    expect(elsewhere.offset).not.toBe(-480)
    expect(elsewhere.closings).toEqual(at.closings)
  }
})
