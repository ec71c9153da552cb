import { CanonicalText, canonicalJson } from '#platform/kernel/canonical-json.ts'
import { type Result, refuse } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendCtes } from './append-store.ts'
import { type EntryId, type NewEntry, newEntryId, newSalt, payloadDigest, type WrittenEntry } from './entry.ts'

/** One prepared, parametrised statement that appends entries with their payloads. */
export type AppendStatement = { readonly name: string; readonly text: string; readonly values: readonly [string] }

/**
 * The statement that appends entries, to be sent with the other writes of a command in one round trip. It fails (23505, schema
 * `journal`) where somebody else has written the same version of a stream; decide anew, see `isStreamMoved` and `refuseMoved`.
 * @example `const append = appendStatement(entries); tx.prepared(append.name, append.text, append.values)`
 */
export function appendStatement(entries: readonly (NewEntry | WrittenEntry)[]): AppendStatement {
  return {
    name: 'journal.append',
    text: `with ${appendCtes(1)} select 1 where false`,
    values: [appendParameter(entries)],
  }
}

/**
 * The same as common table expressions, for a caller whose whole write is one statement:
 * `with ${appendCtes(3)}, mine as (update …) select …`, with `appendParameter(entries)` as parameter 3.
 */
export function appendParameter(entries: readonly (NewEntry | WrittenEntry)[]): string {
  return `[${entries.map(rowOf).join(',')}]`
}

/** Appends entries in a transaction and gives their ids. Wrap the transaction in `refuseMoved`. */
export async function appendEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<readonly EntryId[]> {
  const identified = entries.map((entry) => ({ ...entry, id: entry.id ?? newEntryId() }))
  const { name, text, values } = appendStatement(identified)
  await tx.prepared(name, text, values)
  return identified.map(({ id }) => id)
}

/**
 * The answer of a transaction, or the refusal `journal.stream.moved` where it failed because a stream had that version already.
 * @example `return refuseMoved(database.transaction(scope, async (tx) => ok(await appendEntries(tx, entries))))`
 */
export async function refuseMoved<T>(transaction: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await transaction
  } catch (error) {
    if (!isStreamMoved(error)) throw error
    return refuse('journal.stream.moved')
  }
}

/** Whether a statement failed because a stream had that version already. Row security keeps PostgreSQL from saying which stream. */
export function isStreamMoved(error: unknown): boolean {
  return (error as { readonly constraint?: string }).constraint === 'entry_stream_version'
}

function rowOf(entry: NewEntry | WrittenEntry): string {
  const salt = newSalt()
  const body = entry.payload instanceof CanonicalText ? entry.payload.text : canonicalJson(entry.payload)
  const actor = 'system' in entry.actor ? { actor_system: entry.actor.system } : personOf(entry.actor)
  const columns = JSON.stringify({
    jurisdiction_id: entry.jurisdiction,
    id: entry.id ?? newEntryId(),
    stream: entry.stream,
    version: entry.version,
    kind: entry.kind,
    at: entry.at ?? entry.recordedAt,
    recorded_at: entry.recordedAt,
    ...actor,
    rule: entry.rule?.id,
    rule_version: entry.rule?.version,
    payload_digest: `\\x${payloadDigest(salt, body)}`,
    readers: entry.readers && [...new Set(entry.readers)].sort(),
    salt: `\\x${salt.toString('hex')}`,
  })
  return `${columns.slice(0, -1)},"body":${body}}`
}

function personOf({ person, post, organisation }: Exclude<NewEntry['actor'], { system: string }>) {
  return { actor_person: person, actor_post: post, actor_organisation: organisation }
}
