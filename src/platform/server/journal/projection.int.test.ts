import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { clock, entryOf, suichang, testSigner } from './fixtures.ts'
import {
  advanceProjection,
  appendEntries,
  catchUp,
  defineProjection,
  type Projection,
  rebuildProjection,
  sealAll,
  startJournal,
} from './index.ts'

let database: TestDatabase
const sealing = { clock, signer: testSigner() }
const append = async (kind: string, count: number) => {
  await database.asSystem(suichang, (tx) =>
    appendEntries(
      tx,
      Array.from({ length: count }, (_, i) => entryOf(`${kind}/${crypto.randomUUID()}`, 1, { kind, payload: { i } })),
    ),
  )
  await sealAll(database, suichang, sealing)
}

/** How many entries there are of each kind, and the last position of each. */
const tally = (changes: Partial<Projection> = {}) =>
  defineProjection({
    name: 'test.tally',
    version: 1,
    reset: async (tx) => void (await tx.query('delete from tally.kind')),
    handle: async (tx, entries) => {
      for (const { kind, position } of entries) {
        await tx.query(
          `insert into tally.kind (kind, count, last) values ($1, 1, $2)
           on conflict (kind) do update set count = tally.kind.count + 1, last = excluded.last`,
          [kind, position],
        )
      }
    },
    ...changes,
  })
const tallied = () => database.asOwner('select kind, count, last from tally.kind order by kind')

beforeAll(async () => {
  database = await testDatabase()
  await database.asOwner('create schema tally')
  await database.asOwner('create table tally.kind (kind text primary key, count int, last int)')
  await database.asOwner('grant usage on schema tally to xianqu_app')
  await database.asOwner('grant all on tally.kind to xianqu_app')
})
afterAll(() => database.close())

test('a projection handles each sealed entry once, and rebuilt from the record it is the same', async () => {
  await append('a', 3)
  expect(await catchUp(database, suichang, tally())).toBe(3)
  await append('b', 1500)
  await append('a', 2)
  expect(await catchUp(database, suichang, tally())).toBe(1502)
  expect(await catchUp(database, suichang, tally())).toBe(0)
  const before = await tallied()
  expect(before).toEqual([
    { kind: 'a', count: 5, last: 1504 },
    { kind: 'b', count: 1500, last: 1502 },
  ])
  await database.asOwner('update tally.kind set count = 7')
  expect(await rebuildProjection(database, suichang, tally())).toBe(1505)
  expect(await tallied()).toEqual(before)
})

test('a projection of another version is made anew by itself', async () => {
  expect(await catchUp(database, suichang, tally({ version: 2, kinds: ['a'] }))).toBe(5)
  expect(await tallied()).toEqual([{ kind: 'a', count: 5, last: 1504 }])
})

test('a projection that fails halfway keeps neither rows nor cursor of that step', async () => {
  await append('c', 2)
  const before = await tallied()
  const failing = tally({
    version: 2,
    handle: async (tx, entries) => {
      await tally().handle(tx, entries)
      throw new Error('full disk')
    },
  })
  await expect(catchUp(database, suichang, failing)).rejects.toThrow('full disk')
  expect(await tallied()).toEqual(before)
  expect(await catchUp(database, suichang, tally({ version: 2 }))).toBe(2)
})

test('two processes at one projection handle each entry once', async () => {
  await append('d', 20)
  const advances = await Promise.all(
    Array.from({ length: 4 }, () => advanceProjection(database, suichang, tally({ version: 2 }))),
  )
  expect(advances.reduce((sum, advance) => sum + (advance?.handled ?? 0), 0)).toBe(20)
})

test('the worker seals, and its projections follow', async () => {
  const onError = (error: unknown) => {
    throw error
  }
  const work = { ...sealing, database, jurisdictions: [suichang], projections: [tally({ version: 3 })], onError }
  const loop = startJournal(work)
  await database.asSystem(suichang, (tx) => appendEntries(tx, [entryOf('e/1', 1, { kind: 'e' })]))
  await vi.waitFor(async () => expect(await tallied()).toContainEqual({ kind: 'e', count: 1, last: 1527 }), 5000)
  await loop.stop()
})
