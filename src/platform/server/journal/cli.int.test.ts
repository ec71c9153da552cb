import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { registerJournal } from './cli.ts'
import { clock, entryOf, suichang, testSigner } from './fixtures.ts'
import { appendEntries, defineProjection, type EntryId, sealAll } from './index.ts'

let database: TestDatabase
let folder: string
let ids: readonly EntryId[]
const signer = testSigner()
const projections = [defineProjection({ name: 'test.none', version: 1, reset: async () => {}, handle: async () => {} })]
const path = (name: string) => join(folder, name)

async function run(...words: string[]): Promise<{ status: number | undefined; out: string }> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const program = new Command().exitOverride()
  const session = {
    database,
    jurisdiction: suichang,
    clock,
    publicKey: signer.publicKey,
    projections,
    close: async () => {},
  }
  registerJournal(program, async () => session)
  try {
    process.exitCode = undefined
    await program.parseAsync(['journal', ...words], { from: 'user' })
    return { status: process.exitCode as number | undefined, out: lines.join('\n') }
  } finally {
    process.exitCode = undefined
    log.mockRestore()
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'journal-cli-'))
  database = await testDatabase()
  ids = await database.asSystem(suichang, (tx) =>
    appendEntries(
      tx,
      Array.from({ length: 20 }, (_, i) => entryOf(`t/${i}`, 1)),
    ),
  )
  await sealAll(database, suichang, { clock, signer })
  writeFileSync(path('key.pem'), signer.publicKey)
  await run('export', '--out', path('export.jsonl'))
  writeFileSync(path('head.json'), (await run('head')).out)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const verify = (file: string, ...more: string[]) => run('verify', path(file), '--public-key', path('key.pem'), ...more)

test('an export is its owner’s alone, and verifies offline against the head that was published', async () => {
  expect(statSync(path('export.jsonl')).mode & 0o777).toBe(0o600)
  const { status, out } = await verify('export.jsonl', '--head', path('head.json'))
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('核验通过：20 条记录') })
})

test('without an outside head the status is 3 and truncation is said to be open', async () => {
  expect(await verify('export.jsonl')).toEqual({ status: 3, out: expect.stringContaining('不能排除末尾被截去') })
})

test('a changed export has status 1 and names the entry, for people and for programs', async () => {
  const lines = readFileSync(path('export.jsonl'), 'utf8').split('\n')
  writeFileSync(path('changed.jsonl'), lines.map((line, i) => (i === 8 ? line.replace('125', '521') : line)).join('\n'))
  const told = await verify('changed.jsonl', '--head', path('head.json'))
  expect(told).toEqual({ status: 1, out: expect.stringContaining(`位次 7（第 9 行，编号 ${ids[7]}）：内容被改动`) })
  const { out } = await verify('changed.jsonl', '--head', path('head.json'), '--json')
  expect(JSON.parse(out)).toMatchObject({
    verdict: 'altered',
    findings: [{ kind: 'changed', part: 'payload', position: 7 }],
  })
})

test.each([
  ['an export that is not there', ['verify', 'none.jsonl', '--public-key', 'key.pem']],
  ['a key that is none', ['verify', 'export.jsonl', '--public-key', 'head.json']],
  ['a head that is none', ['verify', 'export.jsonl', '--public-key', 'key.pem', '--head', 'key.pem']],
  ['a proof that is none', ['check', 'head.json', '--public-key', 'key.pem']],
  ['a place that cannot be written', ['export', '--out', 'no/such/folder/x']],
  ['an id that is none', ['prove', 'abc']],
  ['a projection that is unknown', ['rebuild', 'test.other']],
])('%s has status 2 and a reason', async (_, words) => {
  const isFile = (word: string) => /\.|\//.test(word) && !word.startsWith('test.')
  const { status, out } = await run(...words.map((word) => (isFile(word) ? path(word) : word)))
  expect(status).toBe(2)
  expect(out.split('\n').length).toBeGreaterThan(1)
})

test('a proof of one entry is checked offline, and fails once changed', async () => {
  writeFileSync(path('proof.json'), (await run('prove', ids[5] as string)).out)
  const check = () => run('check', path('proof.json'), '--public-key', path('key.pem'))
  expect(await check()).toEqual({ status: 0, out: expect.stringContaining('在位次 5') })
  writeFileSync(path('proof.json'), readFileSync(path('proof.json'), 'utf8').replace('test.happened', 'test.nothing'))
  expect(await check()).toEqual({ status: 1, out: expect.stringContaining('证明不成立') })
})

test('an entry that is not there has no proof', async () => {
  expect(await run('prove', crypto.randomUUID(), '--json')).toMatchObject({
    status: 1,
    out: expect.stringContaining('journal.entry.unknown'),
  })
})

test('a projection is rebuilt by name', async () => {
  expect(await run('rebuild', 'test.none')).toEqual({ status: 0, out: expect.stringContaining('20 条') })
})
