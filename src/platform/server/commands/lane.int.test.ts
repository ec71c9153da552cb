import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform/kernel/actor.ts'
import { ok, refuse } from '#platform/kernel/result.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import type { Decision } from './decision.ts'
import { runCommand } from './run-command.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const actor = {
  ...{ jurisdiction: '331199', person: randomUUID(), personName: '张伟', post: 'fagai.clerk', postTitle: '经办人' },
  ...{ organisation: 'fagai', organisationName: '发改局', permissions: new Map(), subtree: ['fagai'] },
} as unknown as Actor
const scope = { jurisdiction: actor.jurisdiction, organisations: [actor.organisation] }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const entry = (stream: string, version: number) => ({
  ...{ id: newEntryId(), jurisdiction: actor.jurisdiction, stream, version, kind: 'test.done', recordedAt: now, actor },
  payload: {},
})
const decision = (stream: string, version: number): Decision<{ stream: string }> => ({
  answer: { stream },
  entries: [entry(stream, version)],
  writes: [],
})
const run = (
  input: string,
  decide: Parameters<typeof runCommand<{ stream: string }>>[2],
  key = randomUUID() as string,
) => runCommand(database, { actor, scope, key, route: 'TEST', input, now }, decide, { grouped: true })
const transactions = async () => {
  const [row] = await database.asOwner<{ n: number }>(
    `select count(distinct transaction)::int as n from journal.entry where stream like 'group/%'`,
  )
  return row?.n ?? 0
}

it('commands that arrive together share transactions, and each gets its own answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => run(String(n), async () => ok(decision(`group/${n}`, 1)))),
  )
  expect(answers).toEqual(Array.from({ length: 60 }, (_, n) => ok({ stream: `group/${n}` })))
  expect(await transactions()).toBeLessThan(10)
})

it('one that is refused, one with a bug and one that fails in the database harm nobody beside them', async () => {
  const good = (n: number) => run(`good ${n}`, async () => ok(decision(`beside/${n}`, 1)))
  const refused = run('refused', async () => refuse('record.unknown'))
  const bug = run('bug', async () => {
    throw new TypeError('a bug')
  })
  const failing = run('failing', async (tx) => {
    await tx.query('select 1 / 0')
    return ok(decision('never', 1))
  })
  const settled = await Promise.allSettled([good(1), refused, good(2), bug, failing, good(3)])
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(settled[1]).toMatchObject({ value: { ok: false, refusal: { code: 'record.unknown' } } })
})

it('two that decide on the same version are taken one after the other', async () => {
  let version = 0
  const next = () =>
    run(randomUUID(), async (tx) => {
      const [row] = await tx.query<{ v: number }>(
        `select coalesce(max(version), 0)::int as v from journal.entry where stream = 'one'`,
      )
      version = Math.max(version, (row?.v ?? 0) + 1)
      return ok(decision('one', (row?.v ?? 0) + 1))
    })
  const answers = await Promise.all(Array.from({ length: 6 }, next))
  const done = answers.filter((answer) => answer.ok).length
  const rows = await database.asOwner<{ version: number }>(
    `select version from journal.entry where stream = 'one' order by 1`,
  )
  expect(rows.map((row) => row.version)).toEqual(Array.from({ length: done }, (_, index) => index + 1))
  expect(done).toBeGreaterThan(0)
  expect(version).toBe(done)
})

it('one key given twice in the same breath happens once', async () => {
  const key = randomUUID()
  const twice = await Promise.all(
    [1, 2, 3].map(() => run('same', async () => ok(decision(`twice/${randomUUID()}`, 1)), key)),
  )
  expect(new Set(twice.map((answer) => JSON.stringify(answer))).size).toBe(1)
})
