import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDyingPostgres, uncaughtIn } from '#platform/testing/simulators/dying-postgres.ts'
import { openSqlDoor } from './sql-store.ts'

let dying: Awaited<ReturnType<typeof startDyingPostgres>>
beforeAll(async () => {
  dying = await startDyingPostgres()
})
afterAll(() => dying.stop())

it('a department whose database dies while it is asked is unreachable, and nobody else falls with it', async () => {
  const address = `postgres://127.0.0.1:${dying.port}/x`
  const door = openSqlDoor({ id: 'x', together: 2 } as Parameters<typeof openSqlDoor>[0], { address, user: 'x' })
  const lost = await uncaughtIn(async () => {
    const replies = await Promise.all([1, 2, 3].map(() => door.ask('select 1', '1', 500)))
    expect(new Set(replies.map(({ kind }) => kind))).toEqual(new Set(['fault']))
  })
  expect(lost).toEqual([])
  await door.close()
})
