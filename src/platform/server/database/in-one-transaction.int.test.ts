import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { inOneTransaction } from './in-one-transaction.ts'

const jurisdiction = '331199' as JurisdictionId
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.asOwner('create table public.seen (word text)')
  await database.asOwner('grant all on public.seen to xianqu_app')
})
afterAll(() => database.close())

const put = (word: string) => `insert into public.seen values ('${word}') returning word`
const seen = async () =>
  (await database.asOwner<{ word: string }>('select word from public.seen')).map((row) => row.word)

it('nobody sees a piece of the work before all of it is done, not even one that was finished', async () => {
  await inOneTransaction(database, jurisdiction, async (inner) => {
    await inner.asSystem(jurisdiction, (tx) => tx.finish('seen.put', put('first'), []))
    expect(await seen()).toEqual([])
    await inner.asSystem(jurisdiction, (tx) => tx.query(put('second')))
    expect(await seen()).toEqual([])
  })
  expect(await seen()).toEqual(['first', 'second'])
})

it('each piece sees with its own eyes, those asked for side by side too', async () => {
  const may = async (inner: Pick<TestDatabase, 'transaction'>, organisations: 'all' | []) => {
    const [row] = await inner.transaction({ jurisdiction, organisations }, (tx) =>
      tx.query(`select access.may_read('{x}') as may`),
    )
    return row?.may
  }
  await inOneTransaction(database, jurisdiction, async (inner) => {
    const asked = Array.from({ length: 20 }, (_, turn) => may(inner, turn % 2 === 0 ? 'all' : []))
    expect(await Promise.all(asked)).toEqual(asked.map((_, turn) => turn % 2 === 0))
  })
})

it('a piece that fails ends the whole, even where its caller goes on', async () => {
  const before = await seen()
  const work = inOneTransaction(database, jurisdiction, async (inner) => {
    await inner.asSystem(jurisdiction, (tx) => tx.query(put('lost')))
    await inner.asSystem(jurisdiction, (tx) => tx.query('select 1 / 0')).catch(() => undefined)
    await inner.asSystem(jurisdiction, (tx) => tx.query(put('lost too'))).catch(() => undefined)
  })
  await expect(work).rejects.toThrow(/division by zero/)
  expect(await seen()).toEqual(before)
})
