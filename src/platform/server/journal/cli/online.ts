import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '#platform/kernel/clock.ts'
import { isUuid, type JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { exportJournal } from '../export/index.ts'
import { latestHead } from '../head-store.ts'
import { type Projection, rebuildProjection } from '../projection.ts'
import { proveEntry } from '../proof.ts'
import { type Report, refusedReport, Unusable } from './report.ts'

/** The platform as the commands need it. `close` ends what `open` began. */
export type JournalSession = {
  readonly database: Database
  readonly jurisdiction: JurisdictionId
  readonly clock: Clock
  readonly publicKey: string
  readonly projections: readonly Projection[]
  close(): Promise<void>
}

/** `journal export`: written beside its place and moved there whole; readable by its owner alone, for it holds everything. */
export async function exportToFile(session: JournalSession, file: string): Promise<Report> {
  const { database, jurisdiction, clock } = session
  const draft = `${file}.part`
  try {
    const lines = Readable.from(exportJournal(database, jurisdiction, clock.now()))
    await pipeline(lines, createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new Unusable({ zh: `无法写入 ${file}。`, en: (error as Error).message })
  }
  const { size: bytes } = await stat(file)
  return {
    status: 0,
    sentences: [{ zh: `已导出到 ${file}（${bytes} 字节）。`, en: `Exported to ${file} (${bytes} bytes).` }],
    json: { file, bytes },
  }
}

/** `journal prove`: the proof as JSON, to be kept as a file. */
export async function proveToJson({ database, jurisdiction }: JournalSession, id: string): Promise<Report> {
  if (!isUuid(id)) throw new Unusable({ zh: `记录编号应为 UUID：${id}`, en: `an entry's id is a UUID: ${id}` })
  const proof = await database.asSystem(jurisdiction, (tx) => proveEntry(tx, jurisdiction, id))
  return proof.ok ? asJson(proof.value) : refusedReport(proof.refusal)
}

/** `journal head`: the latest head and the public key as JSON, to be given to whoever may want to verify. */
export async function headToJson({ database, jurisdiction, publicKey }: JournalSession): Promise<Report> {
  const head = await database.asSystem(jurisdiction, (tx) => latestHead(tx, jurisdiction))
  return asJson({ head: head ?? null, publicKey })
}

/** `journal rebuild`: one projection from the first entry on. */
export async function rebuildByName(session: JournalSession, name: string): Promise<Report> {
  const projection = session.projections.find((one) => one.name === name)
  if (projection === undefined) {
    const names = session.projections.map((one) => one.name).join(', ')
    throw new Unusable({
      zh: `没有名为 ${name} 的投影。可选：${names}`,
      en: `There is no projection ${name}. There are: ${names}`,
    })
  }
  const entries = await rebuildProjection(session.database, session.jurisdiction, projection)
  return {
    status: 0,
    sentences: [{ zh: `已重建 ${name}：${entries} 条记录。`, en: `Rebuilt ${name} from ${entries} entries.` }],
    json: { projection: name, entries },
  }
}

function asJson(json: unknown): Report {
  const text = JSON.stringify(json, null, 2)
  return { status: 0, sentences: [{ zh: text, en: text }], json }
}
