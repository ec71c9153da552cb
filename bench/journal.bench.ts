import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  platformRooms,
  prepareRoles,
  urlForRole,
} from '#platform/server/database/index.ts'
import {
  appendStatement,
  exportJournal,
  headVerifier,
  sealAll,
  startJournal,
  verifyExport,
} from '#platform/server/journal/index.ts'
import { clock, entryOf, suichang, testSigner } from '../src/platform/server/journal/fixtures.ts'
import { writeLargeExport } from '../src/platform/server/journal/verify/export-fixture.ts'
import type { Bench, Meter } from './harness.ts'

const million = 1_000_000
const runs = 3
const signer = testSigner()
const sealing = { clock, signer }

/** Writing with the seal on, as commands do it and as imports do it; and how long an auditor waits. */
export const bench: Bench = {
  name: 'journal',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-journal-'))
    try {
      await measureVerifying(meter, join(folder, 'export.jsonl'))
      await measureWriting(meter, folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measureVerifying(meter: Meter, file: string): Promise<void> {
  meter.say('writing an export of a million entries …')
  const head = await writeLargeExport(file, million, signer)
  const verify = async () => {
    const started = performance.now()
    const stream = createReadStream(file, { highWaterMark: 1 << 20 })
    const { verdict } = await verifyExport(stream, headVerifier(signer.publicKey), [head])
    if (verdict !== 'proven') throw new Error(`the export is ${verdict}`)
    return (performance.now() - started) / 1000
  }
  await meter.measure({ metric: 'verify_a_million_s', unit: 's', runs, ours: verify })
  rmSync(file)
}

async function measureWriting(meter: Meter, folder: string): Promise<void> {
  const postgres = await startEmbedded({ folder, log: () => {} })
  const passwords = { app: 'app', auth: 'auth' }
  await prepareRoles(postgres.ownerUrl, passwords)
  await migrate(postgres.ownerUrl, platformRooms(), new Date())
  const database = openDatabase({ url: urlForRole(postgres.ownerUrl, 'xianqu_app', passwords.app), connections: 12 })
  const write = (writers: number, transactions: number, batch: number) => () =>
    entriesPerSecond(database, { writers, transactions, batch })
  try {
    await meter.measure({ metric: 'one_a_transaction_per_s', unit: 'per_s', runs, ours: write(8, 500, 1) })
    await meter.measure({ metric: 'five_hundred_a_transaction_per_s', unit: 'per_s', runs, ours: write(2, 20, 500) })
    await meter.measure({
      metric: 'export_per_s',
      unit: 'per_s',
      runs: 1,
      ours: () => exportedPerSecond(database, folder),
    })
  } finally {
    await database.close()
    await postgres.stop()
  }
}

type Load = { readonly writers: number; readonly transactions: number; readonly batch: number }

let streams = 0

/** Until the last entry is sealed under a signed head, not only written. */
async function entriesPerSecond(database: Database, { writers, transactions, batch }: Load): Promise<number> {
  const onError = (error: unknown) => console.error(error)
  const loop = startJournal({ ...sealing, database, jurisdictions: [suichang], onError })
  const started = performance.now()
  const writer = async () => {
    for (let turn = 0; turn < transactions; turn++) {
      const entries = Array.from({ length: batch }, () => entryOf(`bench/${++streams}`, 1))
      const { name, text, values } = appendStatement(entries)
      await database.asSystem(suichang, (tx) => tx.finish(name, text, values))
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  await sealAll(database, suichang, sealing)
  const seconds = (performance.now() - started) / 1000
  await loop.stop()
  return (writers * transactions * batch) / seconds
}

async function exportedPerSecond(database: Database, folder: string): Promise<number> {
  const started = performance.now()
  const size = await sealAll(database, suichang, sealing)
  const lines = Readable.from(exportJournal(database, suichang, clock.now()))
  await pipeline(lines, createWriteStream(join(folder, 'export.jsonl')))
  return size / ((performance.now() - started) / 1000)
}
