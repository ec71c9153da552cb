import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { countUnread, type Inbox, listInbox } from '#platform/server/notices/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import type { Bench, Meter } from './harness.ts'
import { percentile } from './percentile.ts'

const jurisdiction = '331199' as never
const small = process.argv.includes('--small')
const readers = small ? 12_000 : 1_200_000
const units = small ? 500 : 50_000
const eachUnit = 20
const eachReader = 2
const lookups = 4000
const mostUnread = 100
const unreadSince = new Date('2026-02-01T00:00:00+08:00')
const person = (n: string) => `(lpad(to_hex(${n}), 8, '0') || '-0000-7000-8000-000000000000')`

/** An inbox by audience: a person, a post, and a unit with those that it lies in; among 1.2 million readers and 50,000 units. */
export const bench: Bench = {
  name: 'inbox',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-inbox-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const database = await testDatabase()
    try {
      meter.say(`${units * eachUnit + readers * eachReader} notices for ${readers} readers in ${units} units …`)
      await fill(database)
      await look(meter, database)
    } finally {
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fill(database: TestDatabase): Promise<void> {
  const insert = (audience: string, ordinal: number, count: number) =>
    database.asOwner(
      `insert into notices.notice (jurisdiction_id, audience, position, ordinal, kind, zh, en, link, at, entry_id)
        select '331199', ${audience}, n, ${ordinal}, 'test.told', '新任务：完成施工许可，3月2日前办结', 'New: building permit', '/nodes/1',
          timestamptz '2026-03-02 09:00+08' + make_interval(secs => n), gen_random_uuid() from generate_series(1, ${count}) n`,
    )
  await insert(`'unit:u' || (n % ${units})`, 0, units * eachUnit)
  await insert(`'person:' || ${person(`n % ${readers}`)}`, 1, readers * eachReader)
  await database.asOwner(
    `insert into notices.reader (jurisdiction_id, person_id, read_before)
      select '331199', ${person('n')}::uuid, ${Math.floor(units * eachUnit * 0.9)} from generate_series(0, ${readers - 1}) n`,
  )
  await database.asOwner('vacuum analyze notices.notice')
  await database.asOwner('vacuum analyze notices.reader')
}

async function look(meter: Meter, database: TestDatabase): Promise<void> {
  const list: number[] = []
  const count: number[] = []
  for (let turn = 0; turn < lookups; turn += 1) {
    const inbox = inboxOf((turn * 7919) % readers)
    list.push(await timed(() => database.asSystem(jurisdiction, (tx) => listInbox(tx, inbox, null, 30))))
    count.push(await timed(() => database.asSystem(jurisdiction, (tx) => countUnread(tx, inbox, mostUnread))))
  }
  for (const [name, times] of [['list', list] as const, ['count_unread', count] as const]) {
    meter.report({ metric: `${name}_p50_ms`, value: percentile(times, 0.5), unit: 'ms', runs: lookups })
    meter.report({ metric: `${name}_p99_ms`, value: percentile(times, 0.99), unit: 'ms', runs: lookups })
  }
}

/** Each reader works in one unit, below four others. */
function inboxOf(reader: number): Inbox {
  const id = `${reader.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`
  const above = [0, 1, 2, 3, 4].map((step) => `unit:u${Math.floor(reader / 24 / 10 ** step) % units}`)
  return {
    jurisdiction,
    person: id,
    audiences: [`person:${id}`, `post:u${reader % units}.clerk`, ...new Set(above)],
    unreadSince,
  }
}

/** A look that finds nothing is one that measures nothing. */
async function timed(look: () => Promise<readonly unknown[] | number>): Promise<number> {
  const started = performance.now()
  const found = await look()
  const milliseconds = performance.now() - started
  if (Array.isArray(found) && found.length === 0) throw new Error('the inbox is empty')
  return milliseconds
}
