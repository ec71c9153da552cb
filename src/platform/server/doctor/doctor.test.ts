import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { backgroundFindings } from './background-checks.ts'
import { countyFindings } from './county-checks.ts'
import { databaseFindings } from './database-checks.ts'
import type { DatabaseFacts } from './doctor-store.ts'
import { machineFindings } from './machine-checks.ts'
import type { Subject } from './subject.ts'
import { unreachable } from './unreachable.ts'

const data = mkdtempSync(join(tmpdir(), 'xianqu-doctor-'))
afterAll(() => rmSync(data, { recursive: true }))

const now = new Date('2026-06-01T01:00:00Z')
const subject: Subject = {
  ...{ now, data, isDemo: false, ownerUrl: '', jurisdiction: '331199', publishedYears: new Set([2026]) },
  ...{ sealing: { sealed: 7, waiting: 0, oldestWaitingSince: undefined }, sweeps: [], projections: [] },
}
const facts: DatabaseFacts = {
  ...{ version: 150_018, versionName: '15.18', clock: now, durable: true, longTransactions: [], accountsLeft: 0 },
  deadMessages: 0,
}
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test('a healthy platform has nothing but good findings, each in two languages', () => {
  const findings = [
    ...databaseFindings(facts, now),
    ...backgroundFindings(subject, facts),
    ...countyFindings(subject, facts),
  ]
  expect(findings.every(({ level, zh, en }) => level === 'ok' && /[一-鿿]|PostgreSQL/.test(zh) && en !== '')).toBe(true)
})

test.each([
  ['an old PostgreSQL', { version: 140_000, versionName: '14.2' }, 'database version', 'wrong'],
  ['a clock that is 5 s off', { clock: ago(5) }, 'clock', 'attention'],
  ['a clock that is a minute off', { clock: ago(-60) }, 'clock', 'wrong'],
  ['a database without fsync', { durable: false }, 'durability', 'wrong'],
] as const)('%s is told', (_what, changed, check, level) => {
  const findings = databaseFindings({ ...facts, ...changed }, now)
  expect(findings.find((finding) => finding.check === check)?.level).toBe(level)
})

test('a seal that is held up names the session that holds it up, and how to end it', () => {
  const stalled = { ...subject, sealing: { sealed: 7, waiting: 3, oldestWaitingSince: ago(300) } }
  const [held] = backgroundFindings(stalled, {
    ...facts,
    longTransactions: [{ pid: 4711, name: 'report tool', since: ago(600) }],
  })
  expect(held?.en).toContain('session 4711 (report tool) has kept a transaction open for 10 minutes')
  expect(held?.zh).toContain('select pg_terminate_backend(4711)')
  const [idle] = backgroundFindings(stalled, facts)
  expect(idle?.en).toContain('start xianqu worker')
})

test('a sweep that is late and a projection that is far behind are told', () => {
  const late = {
    ...subject,
    sweeps: [{ name: 'plans.advance', oldestDue: ago(120) }],
    projections: [{ name: 'notices', behind: 20_000, isStale: false }],
  }
  expect(backgroundFindings(late, facts).map(({ level }) => level)).toEqual(['ok', 'wrong', 'attention'])
})

test('a key that others can read is told with the command that closes it', async () => {
  const file = join(data, 'secrets.json')
  writeFileSync(file, '{}', { mode: 0o600 })
  chmodSync(file, 0o644)
  const found = (await machineFindings(subject)).find(({ check }) => check === 'keys')
  expect(found).toMatchObject({ level: 'wrong', en: expect.stringContaining(`chmod 600 ${file}`) })
  chmodSync(file, 0o600)
})

test('a backup that is missing or old is told, but not in a demonstration county', async () => {
  const levelOf = async (changed: Partial<Subject> = {}) =>
    (await machineFindings({ ...subject, ...changed })).find(({ check }) => check === 'backup')?.level
  expect(await levelOf()).toBe('wrong')
  expect(await levelOf({ isDemo: true })).toBe('ok')
  writeFileSync(join(data, 'last-backup.json'), JSON.stringify({ at: ago(3 * 86_400).toISOString() }))
  expect(await levelOf()).toBe('attention')
})

test.each([
  ['2026-06-01', [2026], 'ok'],
  ['2026-12-20', [2026], 'attention'],
  ['2026-12-20', [2026, 2027], 'ok'],
  ['2027-01-05', [2026], 'wrong'],
] as const)('on %s with %j published the calendar is %s', (day, years, level) => {
  const then = { ...subject, now: new Date(`${day}T01:00:00Z`), publishedYears: new Set(years) }
  expect(countyFindings(then, facts)[0]?.level).toBe(level)
})

test('accounts of people who hold no post are counted', () => {
  expect(countyFindings(subject, { ...facts, accountsLeft: 2 })[1]).toMatchObject({ level: 'attention' })
})

test('messages that could not be delivered are counted', () => {
  expect(countyFindings(subject, { ...facts, deadMessages: 3 })[2]).toMatchObject({ level: 'attention' })
  const demonstration = { ...subject, isDemo: true }
  expect(countyFindings(demonstration, { ...facts, deadMessages: 3 })[2]).toMatchObject({ level: 'ok' })
})

test('a database that cannot be asked is told with what to do, also where several addresses failed together', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  expect(unreachable(refused)).toMatchObject({
    check: 'database',
    level: 'wrong',
    zh: expect.stringContaining('xianqu start'),
  })
  expect(unreachable(new AggregateError([refused]))?.en).toContain('(ECONNREFUSED)')
  expect(unreachable(new Error('pool', { cause: { code: '28P01' } }))?.en).toContain('xianqu prepare')
  expect(unreachable(new TypeError('a bug'))).toBeUndefined()
})
