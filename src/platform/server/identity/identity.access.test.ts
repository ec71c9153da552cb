import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type Database, openDatabase } from '#platform/server/database/index.ts'
import { listOpenAppointments, listStaffedPosts } from '#platform/server/identity/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'

const here = '331199' as JurisdictionId
const elsewhere = '331123' as JurisdictionId
const now = new Date('2026-11-22T01:00:00Z')

let database: TestDatabase
let credentials: Database
let people: Map<string, string>
const personOf = (login: string) => people.get(login) ?? ''
beforeAll(async () => {
  database = await testDatabase()
  credentials = openDatabase({ url: database.authUrl })
  const pack = await applyTestCounty(database, now)
  people = new Map(pack.people.map(({ login, id }) => [login, id]))
})
afterAll(async () => {
  await credentials.close()
  await database.close()
})

const directory = ['jurisdiction', 'organisation', 'post', 'permission', 'person', 'appointment']

describe('the role that serves requests', () => {
  test.each(directory)('sees the %s rows of its own jurisdiction and none of another', async (table) => {
    const count = async (jurisdiction: JurisdictionId) => {
      const text = `select count(*)::int as n from identity.${table}`
      const [row] = await database.asSystem(jurisdiction, (tx) => tx.query<{ n: number }>(text))
      return row?.n ?? 0
    }
    expect(await count(here)).toBeGreaterThan(0)
    expect(await count(elsewhere)).toBe(0)
  })

  test('shows the posts of a unit and of a person to their own county and to no other, even by its name', async () => {
    const staffed = (asked: JurisdictionId) =>
      database.asSystem(asked, async (tx) => {
        const posts = await listStaffedPosts(tx, here, 'fagai', now)
        const person = personOf('wangjianguo')
        return [posts.length, (await listOpenAppointments(tx, here, person, now)).length]
      })
    expect(Math.min(...(await staffed(here)))).toBeGreaterThan(0)
    expect(await staffed(elsewhere)).toEqual([0, 0])
  })

  test('cannot write into another jurisdiction', async () => {
    const insert = database.asSystem(elsewhere, (tx) =>
      tx.query(`insert into identity.person (jurisdiction_id, id, login, name, synthetic, origin, valid_from)
        values ('331199', '00000000-0000-0000-0000-000000000001', 'mallory', '某', false, 'local', now())`),
    )
    await expect(insert).rejects.toThrow('row-level security')
  })

  test.each(['credential', 'former_password', 'session'])('cannot read auth.%s at all', async (table) => {
    await expect(database.asSystem(here, (tx) => tx.query(`select * from auth.${table}`))).rejects.toThrow(
      'permission denied',
    )
  })

  test.each(directory.filter((table) => table !== 'permission'))(
    'cannot delete a row of identity.%s',
    async (table) => {
      await expect(database.asSystem(here, (tx) => tx.query(`delete from identity.${table}`))).rejects.toThrow(
        'permission denied',
      )
    },
  )
})

describe('the role that holds credentials', () => {
  test.each(['identity.person', 'journal.entry', 'county.document'])('cannot read %s', async (table) => {
    await expect(credentials.asSystem(here, (tx) => tx.query(`select * from ${table}`))).rejects.toThrow(
      'permission denied',
    )
  })

  test('cannot delete a credential or a session', async () => {
    await expect(credentials.asSystem(here, (tx) => tx.query('delete from auth.credential'))).rejects.toThrow(
      'permission denied',
    )
    await expect(credentials.asSystem(here, (tx) => tx.query('delete from auth.session'))).rejects.toThrow(
      'permission denied',
    )
  })
})
