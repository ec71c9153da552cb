import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '#platform/kernel/result.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { clock, entryOf, noon, person, suichang, testSigner } from './fixtures.ts'
import {
  appendCtes,
  appendEntries,
  appendParameter,
  catchUp,
  defineProjection,
  type EntryId,
  erase,
  exportJournal,
  faultOfProof,
  headVerifier,
  latestHead,
  type NewEntry,
  newEntryId,
  proveEntry,
  refuseMoved,
  type SealedEntry,
  sealAll,
  verifyExport,
} from './index.ts'

let database: TestDatabase
const signer = testSigner()
const sealing = { clock, signer }
const verifyHead = headVerifier(signer.publicKey)
const append = (...entries: NewEntry[]) => database.asSystem(suichang, (tx) => appendEntries(tx, entries))
const head = async () => {
  const latest = await database.asSystem(suichang, (tx) => latestHead(tx, suichang))
  if (latest === undefined) throw new Error('nothing is sealed')
  return latest
}
async function* exported() {
  for await (const piece of exportJournal(database, suichang, noon)) yield Buffer.from(piece)
}
const listAll = async () => {
  const seen: SealedEntry[] = []
  const handle = async (_: unknown, entries: readonly SealedEntry[]) => void seen.push(...entries)
  await catchUp(
    database,
    suichang,
    defineProjection({ name: `t.${Math.random()}`, version: 1, reset: async () => {}, handle }),
  )
  return seen
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('appending', () => {
  test('keeps an entry and its facts as they were given', async () => {
    const payload = { z: 1, a: ['𬭎', null, 1e21, 1e-7, -0, 0.1], 'é"\\': { deep: true } }
    await append(entryOf('thing/1', 1, { payload, rule: { id: 'plans.lamp', version: '3' }, at: new Date(0) }))
    await sealAll(database, suichang, sealing)
    expect(await listAll()).toEqual([
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
    const moved = append(entryOf('thing/2', 1), entryOf('thing/1', 1))
    const refusal = { code: 'journal.stream.moved', facts: {} }
    expect(await refuseMoved(moved.then(ok))).toEqual({ ok: false, refusal })
    expect(await database.asOwner('select 1 from journal.entry')).toHaveLength(before.length)
  })

  test('goes along inside a statement of the caller', async () => {
    const id = newEntryId()
    await database.asSystem(suichang, (tx) =>
      tx.query(`with ${appendCtes(2)} select $1::int`, [7, appendParameter([entryOf('thing/3', 1, { id })])]),
    )
    expect(await database.asOwner('select entry_id from journal.payload where entry_id = $1', [id])).toHaveLength(1)
  })
})

describe('a sealed record', () => {
  test('exports and is proven against its latest head', async () => {
    const many = Array.from({ length: 2500 }, (_, i) =>
      entryOf(`many/${i}`, 1, { payload: { i, text: '记录 "𬭎"\n' } }),
    )
    await append(...many)
    const size = await sealAll(database, suichang, sealing)
    const verdict = await verifyExport(exported(), verifyHead, [await head()])
    expect(verdict).toMatchObject({ verdict: 'proven', size, entries: size, findings: [] })
  })

  test('proves each entry under the latest head', async () => {
    const sealed = await listAll()
    for (const { id, position } of sealed.filter((_, i) => i % 499 === 0 || i === sealed.length - 1)) {
      const proof = await database.asSystem(suichang, (tx) => proveEntry(tx, suichang, id))
      expect(proof).toMatchObject({ ok: true, value: { position, header: { id } } })
      if (proof.ok) expect(faultOfProof(proof.value, verifyHead)).toBeUndefined()
    }
  })

  test('gives proofs that do not hold for anything else', async () => {
    const [entry] = await listAll()
    const proof = await database.asSystem(suichang, (tx) => proveEntry(tx, suichang, entry?.id ?? ''))
    if (!proof.ok) throw new Error('no proof')
    const { value } = proof
    expect(faultOfProof({ ...value, header: { ...value.header, kind: 'other' } }, verifyHead)).toBe('header-changed')
    expect(faultOfProof({ ...value, position: 1 }, verifyHead)).toBe('path-wrong')
    expect(faultOfProof({ ...value, head: { ...value.head, size: '9' } }, verifyHead)).toBe('head-forged')
    expect(faultOfProof(value, headVerifier(testSigner().publicKey))).toBe('unknown-key')
  })

  test('has no proof of what it does not hold, or not yet', async () => {
    const prove = (id: EntryId) => database.asSystem(suichang, (tx) => proveEntry(tx, suichang, id))
    expect(await prove(newEntryId())).toMatchObject({ refusal: { code: 'journal.entry.unknown' } })
    const [id] = await append(entryOf('thing/4', 1))
    expect(await prove(id as EntryId)).toMatchObject({ refusal: { code: 'journal.entry.unsealed' } })
  })

  test('names the entry that its owner changed behind its back', async () => {
    const victim = (await listAll())[1700]
    await database.asOwner(`update journal.entry set kind = 'test.nothing' where id = $1`, [victim?.id])
    const { findings } = await verifyExport(exported(), verifyHead, [await head()])
    expect(findings).toMatchObject([{ kind: 'changed', part: 'header', position: 1700, entry: victim?.id }])
    await database.asOwner(`update journal.entry set kind = 'test.happened' where id = $1`, [victim?.id])
  })
})

describe('erasing payloads', () => {
  const order = { jurisdiction: suichang, legalBasis: '个人信息保护法第四十七条', reason: '本人请求', now: noon }

  test('removes the facts, keeps the order on record, and leaves the proof whole', async () => {
    const ids = await append(entryOf('person/1', 1, { payload: { idNumber: '331123' } }), entryOf('person/1', 2))
    const entries = ids.slice(0, 1)
    expect(await database.asSystem(suichang, (tx) => erase(tx, { ...order, entries, actor: { person } }))).toBe(1)
    await sealAll(database, suichang, sealing)
    const sealed = await listAll()
    expect(sealed.find(({ id }) => id === ids[0])?.payload).toBeUndefined()
    expect(sealed.find(({ kind }) => kind === 'journal.payloads.erased')?.payload).toMatchObject({ entries })
    const counts = { payloadsMissing: 1, payloadsMissingWithoutOrder: 0 }
    expect(await verifyExport(exported(), verifyHead, [await head()])).toMatchObject({ verdict: 'proven', ...counts })
  })

  test('is not possible without an order', async () => {
    const [id] = await append(entryOf('person/2', 1))
    const call = database.asSystem(suichang, (tx) =>
      tx.query<{ erased: bigint }>(`select journal.erase($1, $2) as erased`, [suichang, id]),
    )
    expect(await call).toEqual([{ erased: 0n }])
    await expect(database.asSystem(suichang, (tx) => tx.query('delete from journal.payload'))).rejects.toThrow(
      'permission denied',
    )
  })
})
