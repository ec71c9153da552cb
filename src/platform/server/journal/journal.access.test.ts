import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { clock, entryOf, pingfang, suichang, testSigner } from './fixtures.ts'
import { appendEntries, type EntryId, proveEntry, sealAll } from './index.ts'

let database: TestDatabase
let secret: EntryId
const jiwei = 'jiwei' as OrganisationId
const fagai = 'fagai' as OrganisationId

beforeAll(async () => {
  database = await testDatabase()
  await database.asSystem(suichang, async (tx) => {
    await appendEntries(tx, [entryOf('open/1', 1)])
    const [id] = await appendEntries(tx, [entryOf('secret/1', 1, { readers: [jiwei] })])
    secret = id as EntryId
  })
  await database.asSystem(pingfang, (tx) => appendEntries(tx, [entryOf('open/1', 1, { jurisdiction: pingfang })]))
  for (const jurisdiction of [suichang, pingfang]) {
    await sealAll(database, jurisdiction, { clock, signer: testSigner() })
  }
})
afterAll(() => database.close())

const asApplication = (statement: string) => database.asSystem(suichang, (tx) => tx.query(statement))

test.each([
  `update journal.entry set kind = 'other'`,
  'delete from journal.entry',
  'truncate journal.entry',
  `update journal.payload set body = '{}'`,
  'delete from journal.payload',
  `update journal.leaf set hash = hash`,
  'delete from journal.leaf',
  `update journal.subtree set hash = hash`,
  `update journal.head set root = root`,
  'delete from journal.head',
  'delete from journal.tree',
  `insert into journal.entry (jurisdiction_id, id, transaction, stream, version, kind, at, recorded_at, actor_system, payload_digest)
   values ('331123', gen_random_uuid(), '3', 's', 1, 'k', now(), now(), 't', decode(repeat('00', 32), 'hex'))`,
])('the application may not: %s', async (statement) => {
  await expect(asApplication(statement)).rejects.toThrow('permission denied')
})

test.each(['entry', 'payload', 'leaf', 'head', 'tree'])(
  'a transaction sees the rows of %s of its own jurisdiction alone',
  async (table) => {
    const rows = await asApplication(`select distinct jurisdiction_id from journal.${table}`)
    expect(rows).toEqual([{ jurisdiction_id: suichang }])
  },
)

test('a transaction writes no entry of another jurisdiction', async () => {
  const foreign = entryOf('foreign/1', 1, { jurisdiction: pingfang })
  await expect(database.asSystem(suichang, (tx) => appendEntries(tx, [foreign]))).rejects.toThrow('row-level security')
})

test('a confidential entry, its payload and its proof are for its readers alone', async () => {
  const seenBy = (organisation: OrganisationId) =>
    database.transaction({ jurisdiction: suichang, organisations: [organisation] }, async (tx) => ({
      entries: (await tx.query('select 1 from journal.entry')).length,
      payloads: (await tx.query('select 1 from journal.payload')).length,
      hasProof: (await proveEntry(tx, suichang, secret)).ok,
    }))
  expect(await seenBy(jiwei)).toEqual({ entries: 2, payloads: 2, hasProof: true })
  expect(await seenBy(fagai)).toEqual({ entries: 1, payloads: 1, hasProof: false })
})

test('a confidential entry may be written by who may not read it', async () => {
  const report = entryOf('secret/2', 1, { readers: [jiwei] })
  const scope = { jurisdiction: suichang, organisations: [fagai] }
  expect(await database.transaction(scope, (tx) => appendEntries(tx, [report]))).toHaveLength(1)
})
