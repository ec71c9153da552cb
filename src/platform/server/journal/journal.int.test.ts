import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '#platform/kernel/result.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { clock, entryOf, noon, person, pingfang, suichang, testSigner } from './fixtures.ts'
import {
  appendEntries,
  catchUp,
  defineProjection,
  headVerifier,
  latestHead,
  rebuildProjection,
  refuseMoved,
  type SealedEntry,
  sealAll,
  sealOnce,
} from './index.ts'

let database: TestDatabase
const signer = testSigner()
const sealing = { clock, signer }
const append = (...entries: Parameters<typeof appendEntries>[1]) =>
  refuseMoved(
    database.asSystem(entries[0]?.jurisdiction ?? suichang, async (tx) => ok(await appendEntries(tx, entries))),
  )

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('appending', () => {
  test('keeps an entry and its facts as they were given', async () => {
    const payload = { z: 1, a: ['𬭎', null, 1e21, 1e-7, -0, 0.1], 'é"\\': { deep: true } }
    await append(entryOf('thing/1', 1, { payload, rule: { id: 'plans.lamp', version: '3' }, at: new Date(0) }))
    await sealAll(database, suichang, sealing)
    const seen: SealedEntry[] = []
    const reader = defineProjection({
      name: 'test.reader',
      version: 1,
      reset: async () => {},
      handle: async (_, entries) => void seen.push(...entries),
    })
    await catchUp(database, suichang, reader)
    expect(seen).toEqual([
      {
        position: 0,
        id: expect.any(String),
        jurisdiction: suichang,
        stream: 'thing/1',
        version: 1,
        kind: 'test.happened',
        at: new Date(0),
        recordedAt: noon,
        actor: { person, post: undefined, organisation: undefined },
        rule: { id: 'plans.lamp', version: '3' },
        payload: { ...payload, a: ['𬭎', null, 1e21, 1e-7, 0, 0.1] },
        readers: undefined,
      },
    ])
  })

  test('a version that a stream has already is refused, and nothing of the batch is kept', async () => {
    const before = await database.asOwner('select 1 from journal.entry')
    expect(await append(entryOf('thing/2', 1), entryOf('thing/1', 1))).toEqual({
      ok: false,
      refusal: { code: 'journal.stream.moved', facts: {} },
    })
    expect(await database.asOwner('select 1 from journal.entry')).toHaveLength(before.length)
  })

  test('the latest head is signed', async () => {
    const head = await database.asSystem(suichang, (tx) => latestHead(tx, suichang))
    expect(head && headVerifier(signer.publicKey)(head)).toBe('signed')
    expect(await database.asSystem(pingfang, (tx) => latestHead(tx, pingfang))).toBeUndefined()
    expect(await sealOnce(database, pingfang, sealing)).toEqual({ sealed: 0, size: 0, isMore: false })
  })
})
void rebuildProjection
