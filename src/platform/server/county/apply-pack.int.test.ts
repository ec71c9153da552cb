import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { applyPack, diffAgainst } from './apply-pack.ts'
import { listDocuments } from './county-store.ts'
import { loadCountyPack } from './load-pack.ts'
import type { CountyPack, Ladder } from './pack.ts'

const now = new Date('2026-11-22T01:00:00Z')
const later = new Date('2026-11-23T01:00:00Z')
const suichang = '331123' as JurisdictionId

let database: TestDatabase
let pack: CountyPack

beforeAll(async () => {
  database = await testDatabase()
  const folder = fileURLToPath(new URL('../../../../counties/suichang', import.meta.url))
  const loaded = await loadCountyPack(folder, { has: () => true } as unknown as ReadonlySet<string>)
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  pack = loaded.pack
  unwrap(await applyPack(database, pack, now))
})
afterAll(() => database.close())

const count = async (table: string, where = 'true') =>
  Number((await database.asOwner<{ n: string }>(`select count(*) as n from ${table} where ${where}`))[0]?.n)

describe('a county pack that is applied', () => {
  test('brings every organisation, post and person of the folder', async () => {
    expect(await count('identity.organisation')).toBe(pack.organisations.length)
    expect(await count('identity.post')).toBe(pack.posts.length)
    expect(await count('identity.person', 'synthetic')).toBe(pack.people.length)
    expect(await count('identity.division', `level = 'village'`)).toBe(201)
  })

  test('stands in the record once, with what it added', async () => {
    const entries = await database.asOwner<{ kind: string; body: { added: string[] } }>(
      `select e.kind, p.body from journal.entry e join journal.payload p on p.entry_id = e.id where e.stream = 'county/331123'`,
    )
    expect(entries.map(({ kind }) => kind)).toEqual(['county.applied'])
    expect(entries[0]?.body.added).toContain('organisation fagai')
  })

  test('changes nothing a second time, not even when two start at once', async () => {
    const answers = await Promise.all([applyPack(database, pack, later), applyPack(database, pack, later)])
    expect(answers.map(unwrap)).toEqual([[], []])
    expect(await diffAgainst(database, pack)).toEqual([])
    expect(await count('journal.entry', `stream = 'county/331123'`)).toBe(1)
  })

  test('gives back the ladders as they were written', async () => {
    const ladders = await database.asSystem(suichang, (tx) => listDocuments<Ladder>(tx, suichang, 'ladder'))
    expect(ladders.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(pack.ladders)
  })
})

describe('a pack that has changed', () => {
  test('renames, retires and brings back without ever deleting', async () => {
    const renamed = pack.organisations.map((one) => (one.id === 'keji' ? { ...one, name: '遂昌县科技局' } : one))
    const without = {
      ...pack,
      organisations: renamed.filter(({ id }) => id !== 'hongshizi'),
      posts: postsWithout('hongshizi'),
      people: peopleWithout('hongshizi'),
    }
    const changes = unwrap(await applyPack(database, without, later))
    expect(changes).toContainEqual(
      expect.objectContaining({
        type: 'changed',
        id: 'keji',
        fields: { name: { from: '遂昌县科学技术局', to: '遂昌县科技局' } },
      }),
    )
    const retired = changes.filter(({ type }) => type === 'retired').map(({ kind }) => kind)
    const staff = pack.people.length - without.people.length
    expect(retired.filter((kind) => kind === 'person')).toHaveLength(staff)
    expect(retired.filter((kind) => kind === 'appointment')).toHaveLength(staff)
    expect(new Set(retired)).toEqual(new Set(['appointment', 'organisation', 'person', 'post']))
    expect(await count('identity.organisation', `id = 'hongshizi' and valid_to is not null`)).toBe(1)

    unwrap(await applyPack(database, pack, later))
    expect(await diffAgainst(database, pack)).toEqual([])
    expect(await count('identity.organisation', `id = 'hongshizi' and valid_to is null`)).toBe(1)
  })

  test('may not edit a version of a ladder that is in force, and then changes nothing', async () => {
    const edited = pack.ladders.map((ladder) => ({ ...ladder, name: `${ladder.name}（改）` }))
    const renamed = pack.organisations.map((one) => ({ ...one, shortName: `${one.shortName}改` }))
    const answer = await applyPack(database, { ...pack, ladders: edited, organisations: renamed }, later)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'county.version.edited' } })
    expect(await diffAgainst(database, pack)).toEqual([])
  })

  test('may say in other words what people look for, but not change the law of that version beside it', async () => {
    const [matter] = pack.documents.matter
    const edited = (more: object): CountyPack => {
      const matters = pack.documents.matter.map((one) => (one === matter ? { ...one, ...more } : one))
      return { ...pack, documents: { ...pack.documents, matter: matters } }
    }
    const sayings = ['办个照']
    const unlawful = await applyPack(database, edited({ sayings, days: { legal: 60, promised: 60 } }), later)
    const ids = [`matter/${matter?.id}@${matter?.version}`]
    expect(unlawful).toMatchObject({ ok: false, refusal: { code: 'county.version.edited', facts: { ids } } })
    expect(await diffAgainst(database, pack)).toEqual([])
    expect(unwrap(await applyPack(database, edited({ sayings }), later)).map(({ id }) => id)).toEqual(ids)
    const kept = await database.asSystem(suichang, (tx) => listDocuments<typeof matter>(tx, suichang, 'matter'))
    expect(kept.find((one) => one?.id === matter?.id)?.sayings).toEqual(sayings)
    unwrap(await applyPack(database, pack, later))
  })

  test('leaves alone what the county’s administrators have taken over', async () => {
    await database.asOwner(`update identity.person set origin = 'local', name = '改名' where login = 'zhangwei'`)
    expect(unwrap(await applyPack(database, pack, later))).toEqual([])
    expect(await count('identity.person', `name = '改名'`)).toBe(1)
  })
})

function postsWithout(organisation: string) {
  return pack.posts.filter((post) => post.organisation !== organisation)
}

function peopleWithout(organisation: string) {
  return pack.people.filter(({ posts }) => !posts.some((post) => post.startsWith(`${organisation}.`)))
}
