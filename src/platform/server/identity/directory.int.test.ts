import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { findActor } from './actor-store.ts'
import { countDirectory } from './jurisdiction-store.ts'
import { listAncestors, listDescendants, listOrganisations, searchOrganisations } from './organisation-store.ts'
import { searchPeople } from './person-store.ts'

const jurisdiction = '331199' as JurisdictionId
const now = new Date('2026-11-22T01:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await applyTestCounty(database, now)
})
afterAll(() => database.close())

const read = <T>(work: (tx: Transaction) => Promise<T>) => database.asSystem(jurisdiction, work)
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)

describe('the directory', () => {
  test('lists the tree, parents first, in the county’s order', async () => {
    expect(ids(await read((tx) => listOrganisations(tx, jurisdiction)))).toEqual([
      'county',
      'fagai',
      'jiaotong',
      'fagai-xiangmu',
    ])
  })

  test('knows what lies above and below an organisation', async () => {
    expect(ids(await read((tx) => listAncestors(tx, jurisdiction, 'fagai-xiangmu')))).toEqual(['county', 'fagai'])
    expect(ids(await read((tx) => listDescendants(tx, jurisdiction, 'fagai')))).toEqual(['fagai-xiangmu'])
  })

  test('finds by two characters of a name, and takes signs of a pattern for what they are', async () => {
    const search = (text: string) => read((tx) => searchOrganisations(tx, jurisdiction, { text, limit: 10 }))
    expect(ids(await search('交通'))).toEqual(['jiaotong'])
    expect(ids(await search('发改'))).toEqual(['fagai'])
    expect(ids(await search('%'))).toEqual([])
    expect(ids(await search('_'))).toEqual([])
    const people = await read((tx) => searchPeople(tx, jurisdiction, { text: '晓燕', limit: 10, at: now }))
    expect(people.map(({ name, organisations }) => [name, organisations])).toEqual([['李晓燕', ['重点项目科']]])
  })

  test('counts what there is', async () => {
    expect(await read((tx) => countDirectory(tx, jurisdiction))).toEqual({ organisations: 4, villages: 0, staff: 8 })
  })
})

describe('an actor', () => {
  test('has the powers of the post and the organisations below it, from the appointment on', async () => {
    const [wang] = await read((tx) => searchPeople(tx, jurisdiction, { text: '王建国', limit: 1, at: now }))
    if (!wang) throw new Error('王建国 is not there')
    const at = (instant: Date) => {
      const who = { jurisdiction, person: wang.id, post: 'fagai.director' as never }
      return read((tx) => findActor(tx, who, instant))
    }
    const found = await at(now)
    expect(found?.actor).toMatchObject({ personName: '王建国', postTitle: '局长', organisationName: '发改局' })
    expect(found?.actor.subtree).toEqual(['fagai', 'fagai-xiangmu'])
    expect(found?.actor.permissions.get('identity.posts.delegate')).toBe('unit')
    const twoYearsBefore = now.getTime() - 730 * 86_400_000
    expect(await at(new Date(twoYearsBefore))).toBeDefined()
    expect(await at(new Date(twoYearsBefore - 1))).toBeUndefined()
  })
})
