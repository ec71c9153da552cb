import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { clock, entryOf, pingfang, suichang, testSigner } from './fixtures.ts'
import {
  appendEntries,
  exportJournal,
  headVerifier,
  latestHead,
  type Signer,
  sealAll,
  sealingStatus,
  sealOnce,
  startJournal,
  verifyExport,
} from './index.ts'

let database: TestDatabase
const signer = testSigner()
const sealing = { clock, signer }
const append = (stream: string, count = 1) =>
  database.asSystem(suichang, (tx) =>
    appendEntries(
      tx,
      Array.from({ length: count }, (_, i) => entryOf(`${stream}/${i}`, 1)),
    ),
  )
const seal = async () => (await sealOnce(database, suichang, sealing))?.sealed
const streams = async () => {
  const rows = await database.asOwner<{ stream: string; position: bigint }>(
    `select e.stream, l.position from journal.leaf l join journal.entry e on e.id = l.entry_id
     where l.jurisdiction_id = $1 order by l.position`,
    [suichang],
  )
  expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, i) => i))
  return rows.map(({ stream }) => stream)
}
const verdict = async () => {
  const head = await database.asSystem(suichang, (tx) => latestHead(tx, suichang))
  async function* exported() {
    for await (const piece of exportJournal(database, suichang, clock.now())) yield Buffer.from(piece)
  }
  return (await verifyExport(exported(), headVerifier(signer.publicKey), head ? [head] : [])).verdict
}

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.close())

test('writers at once with commits in any order lose nothing, and positions are dense', {
  timeout: 30_000,
}, async () => {
  const onError = (error: unknown) => {
    throw error
  }
  const loop = startJournal({ ...sealing, database, jurisdictions: [suichang], limit: 7, onError })
  const written = new Set<string>()
  const write = async (writer: number) => {
    for (let turn = 0; turn < 25; turn++) {
      await database
        .asSystem(suichang, async (tx) => {
          const stream = `w${writer}.${turn}`
          await appendEntries(tx, [entryOf(`${stream}/0`, 1)])
          await setTimeout(randomInt(8))
          if (randomInt(10) === 0) throw new Error('given up')
          await appendEntries(tx, [entryOf(`${stream}/1`, 1)])
          return stream
        })
        .then((stream) => written.add(`${stream}/0`).add(`${stream}/1`))
        .catch((error: Error) => expect(error.message).toBe('given up'))
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
  await loop.stop()
  await sealAll(database, suichang, sealing)
  const sealed = await streams()
  expect(sealed.toSorted()).toEqual([...written].toSorted())
  expect(await verdict()).toBe('proven')
})

test('an open transaction holds back what was written after it began, and then comes first', async () => {
  await sealAll(database, suichang, sealing)
  const [hasWritten, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = database.asSystem(suichang, async (tx) => {
    await appendEntries(tx, [entryOf('slow', 1)])
    hasWritten.resolve()
    await mayCommit.promise
  })
  await hasWritten.promise
  await append('quick')
  expect(await seal()).toBe(0)
  const status = () => database.asSystem(suichang, (tx) => sealingStatus(tx, suichang))
  const held = await status()
  expect(held).toMatchObject({ sealed: 0, waiting: 1 })
  const waits = Date.now() - (held.oldestWaitingSince?.getTime() ?? 0) // by the clock on the wall, whatever moment is recorded
  expect(waits).toBeGreaterThanOrEqual(0)
  expect(waits).toBeLessThan(30_000)
  await expect(sealAll(database, suichang, sealing, 50)).rejects.toThrow('stayed open')
  mayCommit.resolve()
  await slow
  expect(await sealAll(database, suichang, sealing)).toBe(2)
  expect(await streams()).toEqual(['slow', 'quick/0'])
  expect(await status()).toEqual({ sealed: 2, waiting: 0, oldestWaitingSince: undefined })
})

test('sealers at once seal each entry once', async () => {
  await append('many', 300)
  const work = { ...sealing, limit: 50 }
  await Promise.all(Array.from({ length: 6 }, () => sealAll(database, suichang, work)))
  expect(new Set(await streams()).size).toBe(300)
  expect(await verdict()).toBe('proven')
})

test('jurisdictions have trees of their own', async () => {
  await append('here', 3)
  expect(await sealAll(database, suichang, sealing)).toBe(3)
  expect(await sealAll(database, pingfang, sealing)).toBe(0)
  expect(await database.asSystem(pingfang, (tx) => latestHead(tx, pingfang))).toBeUndefined()
})

describe('a sealer that dies midway', () => {
  const deadly = (die: () => Promise<void>): Signer => {
    let signed = 0
    const sign = async (bytes: Uint8Array) => {
      signed += 1
      if (signed === 2) await die()
      return signer.sign(bytes)
    }
    return { ...signer, sign }
  }
  const killSession = () =>
    database
      .asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'xianqu_app'`,
      )
      .then(() => setTimeout(20))

  test.each([
    ['by an error', () => Promise.reject(new Error('died'))],
    ['with its session', killSession],
  ])('%s leaves nothing half sealed, and the next one goes on', async (_, die) => {
    await append('first', 10)
    await sealAll(database, suichang, sealing)
    await append('then', 600)
    // A transaction open in a neighbouring test holds the horizon for a while: nothing can be sealed, nor die, until it ends.
    const dying = () =>
      sealOnce(database, suichang, { clock, signer: deadly(die) }).then(
        () => 'lived',
        () => 'died',
      )
    await expect.poll(dying, { timeout: 20_000 }).toBe('died')
    expect(await streams()).toHaveLength(10)
    expect(await sealAll(database, suichang, sealing)).toBe(610)
    expect(await streams()).toHaveLength(610)
    expect(await verdict()).toBe('proven')
  })
})

test('a database restored into another cluster seals what it brought along, then what is new, each once', async () => {
  await append('sealed', 5)
  await sealAll(database, suichang, sealing)
  await append('unsealed', 5)
  await database.asOwner(`update journal.entry set transaction = (transaction::text::bigint + 1000000000)::text::xid8`)
  await database.asOwner(`update journal.tree set cluster = 'another'`)
  expect((await sealOnce(database, suichang, { ...sealing, limit: 3 }))?.sealed).toBe(3)
  expect(await sealAll(database, suichang, sealing)).toBe(10)
  await append('new', 2)
  expect(await sealAll(database, suichang, sealing)).toBe(12)
  expect(await streams()).toHaveLength(12)
  expect(await verdict()).toBe('proven')
})
