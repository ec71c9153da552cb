import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { projectRoot } from '#platform/server/config/index.ts'
import { applyPack, loadCountyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { playDemo } from '#platform/server/platform/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { testServiceParts } from '#platform/testing/service-parts.ts'
import { scenario } from './scenario.ts'

const suichang = join(projectRoot, 'counties', 'suichang')
const now = new Date('2026-11-20T09:00:00+08:00')
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('Suichang’s demonstration issues its certificates once, suspends one and revokes one', async () => {
  const loaded = await loadCountyPack(suichang, { has: () => true } as unknown as ReadonlySet<string>)
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems.slice(0, 5)))
  const { pack } = loaded
  unwrap(await applyPack(database, pack, now))
  const rules = await readCountyRules(database, pack.county.id)
  const services = {
    ...{ jurisdiction: pack.county.id, database, clock: { now: () => now }, rules: () => rules, pageOf: () => '/' },
    ...{ files: openFileFolder(join(projectRoot, '.xianqu-unused')), ...testServiceParts() },
  }
  for (let time = 0; time < 2; time += 1)
    await playDemo({ services, scenarios: [scenario], pack }, join(suichang, 'demo'))
  const rows = await database.asOwner<{ type_id: string; standing: string }>(
    'select type_id, standing from credentials.credential order by type_id, issued_at',
  )
  expect(rows.map(({ type_id, standing }) => `${type_id} ${standing}`)).toEqual([
    'disability suspended',
    ...['food-licence revoked', 'food-licence valid', 'marriage valid', 'no-house valid', 'no-house valid'],
    'rural-veteran valid',
  ])
})
