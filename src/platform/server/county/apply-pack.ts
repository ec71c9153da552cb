import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import { lockCounty, orderRecords, type RecordRow, readCurrent, retireRecords, writeRecords } from './county-store.ts'
import { type CurrentRecord, diffPack, type PackChange } from './diff-pack.ts'
import { editedVersions } from './edited-versions.ts'
import type { CountyPack } from './pack.ts'
import { recordApplied } from './record-applied.ts'
import { type RecordKind, recordKinds, recordsOf } from './records.ts'

/** What a county has to change to agree with the pack; changes nothing. */
export async function diffAgainst(database: Database, pack: CountyPack): Promise<readonly PackChange[]> {
  const { id } = pack.county
  return database.asSystem(id, async (tx) => diffPack(await readCurrent(tx, id), recordsOf(pack)))
}

/**
 * Brings a county to agree with its pack, in one transaction and with one entry in the record; a second time it changes nothing.
 * Refuses to edit a version of a document, save its aids: `county.version.edited`.
 * @returns the changes made
 */
export async function applyPack(
  database: Database,
  pack: CountyPack,
  now: Date,
): Promise<Result<readonly PackChange[]>> {
  const { id } = pack.county
  return database.asSystem(id, async (tx) => {
    await lockCounty(tx, id)
    const current = await readCurrent(tx, id)
    const changes = diffPack(current, recordsOf(pack))
    const refused = refusalOf(changes, current)
    if (refused) return refused
    if (changes.length > 0) {
      const appointedAt = current.length === 0 ? twoYearsBefore(now) : now
      await write(tx, id, changes, { at: now, appointedAt })
      await recordApplied(tx, id, changes, now)
    }
    await orderRecords(
      tx,
      'organisation',
      id,
      pack.organisations.map((one) => one.id),
    )
    await orderRecords(
      tx,
      'post',
      id,
      pack.posts.map((post) => post.id),
    )
    return ok(changes)
  })
}

function refusalOf(changes: readonly PackChange[], current: readonly CurrentRecord[]) {
  const ids = editedVersions(changes)
  if (ids.length > 0) return refuse('county.version.edited', { ids })
  const owner = new Map(current.filter(({ kind }) => kind === 'person').map(({ id, content }) => [content.login, id]))
  const taken = changes.flatMap((change) => {
    if (change.kind !== 'person' || change.type === 'retired') return []
    const holder = owner.get(change.content.login)
    return holder === undefined || holder === change.id ? [] : [String(change.content.login)]
  })
  return taken.length > 0 ? refuse('county.login.taken', { logins: taken }) : undefined
}

/** The invented people of a demonstration's first day have been in post for two years: it tells of fifteen months that lie before it. */
function twoYearsBefore(now: Date): Date {
  return new Date(now.getTime() - 730 * 86_400_000)
}

async function write(
  tx: Transaction,
  jurisdiction: string,
  changes: readonly PackChange[],
  { at, appointedAt }: { readonly at: Date; readonly appointedAt: Date },
): Promise<void> {
  for (const kind of recordKinds.toReversed()) await retire(tx, jurisdiction, kind, changes, at)
  for (const kind of recordKinds) {
    const rows = changes.flatMap((change): RecordRow[] =>
      change.kind === kind && change.type !== 'retired' ? [{ ...change.content, id: change.id }] : [],
    )
    if (rows.length > 0)
      await writeRecords(tx, kind, { jurisdiction, rows, at: kind === 'appointment' ? appointedAt : at })
  }
}

async function retire(
  tx: Transaction,
  jurisdiction: string,
  kind: RecordKind,
  changes: readonly PackChange[],
  at: Date,
) {
  const ids = changes.flatMap((change) => (change.kind === kind && change.type === 'retired' ? [change.id] : []))
  if (ids.length > 0) await retireRecords(tx, kind, { jurisdiction, ids, at })
}
