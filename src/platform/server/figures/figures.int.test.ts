import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { appendEntries, catchUp, openFileSigner, rebuildProjection, sealAll } from '#platform/server/journal/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { county, lorries } from './fixtures.ts'
import {
  countKeys,
  figuresProjection,
  findIndicator,
  listHappenings,
  listThings,
  readBuckets,
  readStanding,
  readTop,
} from './index.ts'

let database: TestDatabase
const projection = figuresProjection(lorries)
const place = { jurisdiction: county, book: lorries.name }
const noon = new Date('2026-03-02T12:00:00+08:00')
const sealing = { clock: { now: () => noon }, signer: openFileSigner(mkdtempSync(join(tmpdir(), 'xianqu-figures-'))) }

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

type Telling = { lorry: number; version: number; kind: 'changed' | 'left'; payload?: JsonObject; readers?: string[] }

async function tell(...all: readonly Telling[]): Promise<void> {
  await database.asSystem(county, (tx) =>
    appendEntries(
      tx,
      all.map(({ lorry, version, kind, payload = {}, readers }) => ({
        ...{ jurisdiction: county, stream: `test.lorry/${lorry}`, version, kind: `test.lorry.${kind}`, payload },
        ...{ recordedAt: noon, actor: { person: '01890000-0000-7000-8000-000000000001' as PersonId } },
        readers: readers as OrganisationId[] | undefined,
      })),
    ),
  )
  await sealAll(database, county, sealing)
}

const tables = ['thing', 'standing', 'bucket', 'happening']
const rows = () =>
  Promise.all(
    tables.map((table) => database.asOwner(`select * from figures.${table} where true order by 3, 4, 5, 6, 7`)),
  )
const whole = { indicator: 'lorries.loaded', cut: [] }

test('the figures rebuilt from the record are the same, row by row', async () => {
  await tell(
    { lorry: 1, version: 1, kind: 'changed', payload: { loaded: true, depot: 'east', colour: 'red' } },
    { lorry: 2, version: 1, kind: 'changed', payload: { loaded: true, depot: 'east', colour: 'blue' } },
  )
  await catchUp(database, county, projection)
  await tell({ lorry: 1, version: 3, kind: 'changed', payload: { depot: 'west' } })
  await catchUp(database, county, projection)
  expect(await database.asOwner('select version from figures.waiting')).toEqual([{ version: 3 }])
  await tell({ lorry: 1, version: 2, kind: 'left' })
  await catchUp(database, county, projection)
  expect(await database.asOwner('select version from figures.waiting')).toEqual([])
  const kept = await rows()
  expect(kept[0]).toHaveLength(2)
  await rebuildProjection(database, county, projection)
  const again = await rows()
  const alive = (all: object[][]) =>
    all.map((table) => table.filter((row) => !('value' in row) || Number(row.value) !== 0))
  expect(alive(again)).toEqual(alive(kept))
})

test('a figure tells how much there is, where, and since when', async () => {
  const read = await database.asSystem(county, (tx) =>
    Promise.all([
      readStanding(tx, place, [whole, { indicator: 'lorries.loaded', cut: ['depot', 'colour'] }]),
      readTop(tx, place, { indicator: 'lorries.loaded', cut: ['depot'] }, 1),
      countKeys(tx, place, { indicator: 'lorries.loaded', cut: ['depot'] }),
      readBuckets(tx, place, [{ indicator: 'trips', cut: ['depot'] }], {
        ...{ grain: 'month', from: '2026-01-01', to: '2026-03-01' },
      }),
    ]),
  )
  const [standing, top, depots, trips] = read
  expect(standing.map(({ key, value }) => [key, value])).toEqual(
    expect.arrayContaining([
      [[], 2],
      [['east', 'blue'], 1],
      [['west', 'red'], 1],
    ]),
  )
  expect(top).toHaveLength(1)
  expect(depots).toBe(2)
  expect(trips).toEqual([{ indicator: 'trips', cut: 'depot', period: '2026-03-01', key: ['east'], value: 1 }])
})

test('a figure opens to the records under it', async () => {
  const standing = findIndicator(lorries, 'lorries.loaded')
  if (standing?.counts !== 'standing') throw new Error('no such figure')
  const filter = { facts: { depot: 'west' }, offset: 0, limit: 10 }
  const [things, events] = await database.asSystem(county, (tx) =>
    Promise.all([
      listThings(tx, place, standing, filter),
      listHappenings(tx, place, 'trips', { ...filter, facts: {} }),
    ]),
  )
  expect(things.map(({ stream }) => stream)).toEqual(['test.lorry/1'])
  expect(events).toMatchObject([{ stream: 'test.lorry/1', facts: { depot: 'east' }, at: noon }])
})

test('who may not read a confidential thing counts without it', async () => {
  await tell({ lorry: 3, version: 1, kind: 'changed', payload: { loaded: true, depot: 'north' }, readers: ['fagai'] })
  await catchUp(database, county, projection)
  const seenBy = async (organisations: OrganisationId[] | 'all') => {
    const cells = await database.transaction({ jurisdiction: county, organisations }, (tx) =>
      readStanding(tx, place, [whole]),
    )
    return cells[0]?.value
  }
  expect(await seenBy('all')).toBe(3)
  expect(await seenBy(['fagai' as OrganisationId])).toBe(3)
  expect(await seenBy(['jiaotong' as OrganisationId])).toBe(2)
  const depots = { indicator: 'lorries.loaded', cut: ['depot'] }
  expect(await database.asSystem(county, (tx) => countKeys(tx, place, depots))).toBe(3)
  const stranger = { jurisdiction: county, organisations: ['jiaotong' as OrganisationId] }
  expect(await database.transaction(stranger, (tx) => countKeys(tx, place, depots))).toBe(2)
  await tell({ lorry: 2, version: 2, kind: 'changed', payload: { loaded: false } })
  await catchUp(database, county, projection)
  expect(await database.transaction(stranger, (tx) => countKeys(tx, place, depots))).toBe(1)
})
