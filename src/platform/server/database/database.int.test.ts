import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'

const jurisdiction = '331199' as JurisdictionId
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('a transaction that throws leaves nothing behind, and its connection serves the next one', async () => {
  const fail = database.asSystem(jurisdiction, async (tx) => {
    await tx.query('create temporary table gone (a int)')
    throw new Error('stop')
  })
  await expect(fail).rejects.toThrow('stop')
  const rows = await database.asSystem(jurisdiction, (tx) => tx.query(`select to_regclass('pg_temp.gone') as t`))
  expect(rows).toEqual([{ t: null }])
})

it('a statement that fails behind others rolls all of them back, and says so', async () => {
  const work = database.asSystem(jurisdiction, async (tx) => {
    await Promise.all([tx.query('select 1'), tx.query('select 1 / 0'), tx.finish('t.two', 'select 2', [])])
  })
  await expect(work).rejects.toThrow(/division by zero/)
})

it('the settings of one transaction are gone in the next on the same connection', async () => {
  const seen = (organisations: 'all' | []) =>
    database.transaction({ jurisdiction, organisations }, (tx) => tx.query(`select access.may_read('{x}') as may`))
  for (let turn = 0; turn < 20; turn += 1) {
    expect(await seen('all')).toEqual([{ may: true }])
    expect(await seen([])).toEqual([{ may: false }])
  }
})

it('every table of ours has row security, and every key leads with the jurisdiction', async () => {
  const tables = await database.asOwner<{ name: string; secured: boolean }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'auth')`,
  )
  expect(tables.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([])
  const keys = await database.asOwner<{ name: string }>(
    `select conrelid::regclass || '.' || conname as name from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
      where contype in ('p', 'u', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'public')
        and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'jurisdiction_id'`,
  )
  expect(keys.map(({ name }) => name)).toEqual([])
})

it('the application owns nothing and cannot pass row security by', async () => {
  const [role] = await database.asOwner<{ owns: number; bypass: boolean; super: boolean }>(
    `select (select count(*)::int from pg_class c where c.relowner = r.oid) as owns, rolbypassrls as bypass, rolsuper as super
      from pg_roles r where rolname = 'xianqu_app'`,
  )
  expect(role).toEqual({ owns: 0, bypass: false, super: false })
})
