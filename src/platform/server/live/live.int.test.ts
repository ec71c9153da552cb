import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JurisdictionId, OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import type { Database, Scope } from '#platform/server/database/index.ts'
import { appendEntries, openFileSigner, sealAll } from '#platform/server/journal/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { type LiveHub, type LiveReader, openLiveHub } from './index.ts'

const jurisdiction = '331123' as JurisdictionId
const clock = { now: () => new Date('2026-03-02T12:00:00+08:00') }
const signer = openFileSigner(mkdtempSync(join(tmpdir(), 'xianqu-live-')))

let database: TestDatabase
let hub: LiveHub
let transactions = 0
beforeEach(async () => {
  database = await testDatabase()
  transactions = 0
  const counting: Database = {
    ...database,
    asSystem: (...args) => {
      transactions += 1
      return database.asSystem(...args)
    },
  }
  hub = openLiveHub({ database: counting, jurisdiction, clock, projections: [], onError: () => undefined })
})
afterEach(async () => {
  await hub.close()
  await database.close()
})

async function record(kind: string, stream: string, readers?: string[]): Promise<void> {
  const entry = {
    ...{ jurisdiction, stream, version: 1, kind, recordedAt: clock.now(), payload: {} },
    ...{ actor: { person: '01890000-0000-7000-8000-000000000001' as PersonId } },
    readers: readers as OrganisationId[] | undefined,
  }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
  await sealAll(database, jurisdiction, { clock, signer })
}

type Event = { readonly id: number; readonly event: string; readonly streams: readonly string[] }

function reader(topics: string[], organisations: Scope['organisations'] = 'all') {
  const events: Event[] = []
  const end = vi.fn()
  const write = (text: string) => {
    const [, id, event, data] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n$/.exec(text) ?? []
    events.push({ id: Number(id), event: event ?? '', streams: JSON.parse(data ?? '{}').streams ?? [] })
    return true
  }
  const told = () => events.filter(({ event }) => event === 'changed').flatMap(({ streams }) => streams)
  return { reader: { topics, scope: { jurisdiction, organisations }, write, end } as LiveReader, events, told, end }
}

test('who watches is told of what is recorded in its topics, and of nothing else', async () => {
  const plans = reader(['plans'])
  const others = reader(['obligations'])
  await hub.join(plans.reader, undefined)
  await hub.join(others.reader, undefined)
  await record('plans.node.reported', 'plans.node/1')
  await vi.waitFor(() => expect(plans.told()).toEqual(['plans.node/1']))
  expect(others.told()).toEqual([])
})

test('nobody is told of a confidential entry that they may not read, neither live nor when they come back', async () => {
  const stranger = reader(['plans'], ['jiaotong' as OrganisationId])
  const party = reader(['plans'], ['fagai' as OrganisationId])
  await hub.join(stranger.reader, undefined)
  await hub.join(party.reader, undefined)
  await record('plans.node.reported', 'plans.node/secret', ['fagai'])
  await record('plans.node.reported', 'plans.node/open')
  await vi.waitFor(() => expect(party.told().sort()).toEqual(['plans.node/open', 'plans.node/secret']))
  expect(stranger.told()).toEqual(['plans.node/open'])
  const back = reader(['plans'], ['jiaotong' as OrganisationId])
  await hub.join(back.reader, 0)
  expect(back.told()).toEqual(['plans.node/open'])
})

test('who comes back is told of all that was recorded meanwhile, each once, before anything new', async () => {
  const first = reader(['plans'])
  const leave = await hub.join(first.reader, undefined)
  await record('plans.node.reported', 'plans.node/1')
  await vi.waitFor(() => expect(first.told()).toEqual(['plans.node/1']))
  leave?.()
  for (const node of [2, 3, 4]) await record('plans.node.reported', `plans.node/${node}`)
  const again = reader(['plans'])
  await hub.join(again.reader, first.events.at(-1)?.id)
  expect(again.told().sort()).toEqual(['plans.node/2', 'plans.node/3', 'plans.node/4'])
  await record('plans.node.reported', 'plans.node/5')
  await vi.waitFor(() => expect(again.told()).toHaveLength(4))
  expect(again.told().at(-1)).toBe('plans.node/5')
  expect(again.events.map(({ id }) => id)).toEqual([...again.events.map(({ id }) => id)].sort((a, b) => a - b))
})

test('readers who come while much is recorded miss nothing', async () => {
  const first = reader(['plans'])
  await hub.join(first.reader, undefined)
  const writing = (async () => {
    for (let n = 0; n < 20; n += 1) await record('plans.node.reported', `plans.node/${n}`)
  })()
  const late = Array.from({ length: 8 }, () => reader(['plans']))
  for (const one of late) await hub.join(one.reader, 0)
  await writing
  for (const one of [first, ...late]) await vi.waitFor(() => expect(new Set(one.told()).size).toBe(20))
})

test('fifteen thousand readers cost the database what one does', async () => {
  const told = { count: 0 }
  const write = (text: string) => {
    if (text.includes('event: changed')) told.count += 1
    return true
  }
  const scope: Scope = { jurisdiction, organisations: 'all' }
  await hub.join({ topics: ['plans'], scope, write, end: () => undefined }, undefined)
  await Promise.all(
    Array.from({ length: 14_999 }, () =>
      hub.join({ topics: ['plans'], scope, write, end: () => undefined }, undefined),
    ),
  )
  expect(hub.readers).toBe(15_000)
  const before = transactions
  await record('plans.node.reported', 'plans.node/1')
  await vi.waitFor(() => expect(told.count).toBe(15_000), { timeout: 5000 })
  expect(transactions - before).toBeLessThan(10)
})

test('a reader that does not keep up is let go, and nobody waits for it', async () => {
  const slow = reader(['plans'])
  const quick = reader(['plans'])
  await hub.join({ ...slow.reader, write: (text) => text.includes('hello') }, undefined)
  await hub.join(quick.reader, undefined)
  await record('plans.node.reported', 'plans.node/1')
  await vi.waitFor(() => expect(quick.told()).toHaveLength(1))
  expect(slow.end).toHaveBeenCalledOnce()
  expect(hub.readers).toBe(1)
})

test('whoever signed out, anywhere, is told no more at the next beat; the others are told on', async () => {
  const open = new Set(['stays', 'leaves'])
  const parts = { database, jurisdiction, clock, projections: [], onError: () => undefined }
  const watched = openLiveHub({ ...parts, beatMilliseconds: 50, stillOpen: async () => open })
  const [stays, leaves] = [reader(['plans']), reader(['plans'])]
  await watched.join({ ...stays.reader, session: { id: 'stays', post: 'fagai.clerk' } }, undefined)
  await watched.join({ ...leaves.reader, session: { id: 'leaves', post: 'fagai.clerk' } }, undefined)
  const beats = () => stays.events.filter(({ event }) => event === 'beat').length
  await vi.waitFor(() => expect(beats()).toBeGreaterThan(0), { timeout: 5000 })
  expect(leaves.end).not.toHaveBeenCalled()
  open.delete('leaves')
  await vi.waitFor(() => expect(leaves.end).toHaveBeenCalledOnce(), { timeout: 5000 })
  await record('plans.node.reported', 'plans.node/1')
  await vi.waitFor(() => expect(stays.told()).toEqual(['plans.node/1']))
  expect(leaves.told()).toEqual([])
  await watched.close()
})

test('a closed hub has ended its streams, and one that is full says so', async () => {
  const one = reader(['plans'])
  await hub.join(one.reader, undefined)
  await hub.close()
  expect(one.end).toHaveBeenCalledOnce()
  const small = openLiveHub({
    database,
    jurisdiction,
    clock,
    projections: [],
    onError: () => undefined,
    mostReaders: 0,
  })
  expect(await small.join(one.reader, undefined)).toBeUndefined()
})
