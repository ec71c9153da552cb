import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { startDyingPostgres, uncaughtIn } from '#platform/testing/simulators/dying-postgres.ts'
import { openDatabase } from './database.ts'

let dying: Awaited<ReturnType<typeof startDyingPostgres>>
beforeAll(async () => {
  dying = await startDyingPostgres()
})
afterAll(() => dying.stop())

it('a connection that ends in the packet that opens it fails its transaction, not the process', async () => {
  const database = openDatabase({ url: `postgresql://x:x@127.0.0.1:${dying.port}/x` })
  const lost = await uncaughtIn(() =>
    expect(database.asSystem('331199' as JurisdictionId, (tx) => tx.query('select 1'))).rejects.toThrow(),
  )
  expect(lost).toEqual([])
  await database.close()
})
