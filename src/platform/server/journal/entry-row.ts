import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { EntryActor, EntryHeader, EntryId } from './entry.ts'
import { hexOf } from './hashing.ts'

/** An entry as PostgreSQL gives it. */
export type EntryRow = {
  readonly jurisdiction_id: JurisdictionId
  readonly id: EntryId
  readonly stream: string
  readonly version: number
  readonly kind: string
  readonly at: Date
  readonly recorded_at: Date
  readonly actor_person: PersonId | null
  readonly actor_post: PostId | null
  readonly actor_organisation: OrganisationId | null
  readonly actor_system: string | null
  readonly rule: string | null
  readonly rule_version: string | null
  readonly payload_digest: Uint8Array
  readonly readers: OrganisationId[] | null
}

/** The columns of an `EntryRow`, of the alias `e`. */
export const entryColumns = `e.jurisdiction_id, e.id, e.stream, e.version, e.kind, e.at, e.recorded_at, e.actor_person,
  e.actor_post, e.actor_organisation, e.actor_system, e.rule, e.rule_version, e.payload_digest, e.readers`

/** An entry with its place in the record. */
export type SealedEntry = {
  /** Dense from 0. */
  readonly position: number
  /** Of an entry that tells of many things together: which of them this is, from 0 (see together.ts). */
  readonly member?: number
  readonly jurisdiction: JurisdictionId
  readonly id: EntryId
  readonly stream: string
  readonly version: number
  readonly kind: string
  readonly at: Date
  readonly recordedAt: Date
  readonly actor: EntryActor
  readonly rule: { readonly id: string; readonly version: string } | undefined
  /** Undefined once erased. */
  readonly payload: JsonObject | undefined
  readonly readers: readonly OrganisationId[] | undefined
}

export function headerOf(row: EntryRow): EntryHeader {
  const { actor_person, actor_post, actor_organisation, actor_system } = row
  return {
    format: 1,
    id: row.id,
    jurisdiction: row.jurisdiction_id,
    stream: row.stream,
    version: row.version,
    kind: row.kind,
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    actor: {
      ...(actor_person !== null && { person: actor_person }),
      ...(actor_post !== null && { post: actor_post }),
      ...(actor_organisation !== null && { organisation: actor_organisation }),
      ...(actor_system !== null && { system: actor_system }),
    },
    ...(row.rule !== null && { rule: { id: row.rule, version: row.rule_version ?? '' } }),
    payloadDigest: hexOf(row.payload_digest),
    ...(row.readers !== null && { readers: row.readers }),
  }
}

export function sealedEntryOf(
  row: EntryRow & { readonly position: bigint; readonly body: JsonObject | null },
): SealedEntry {
  return {
    position: Number(row.position),
    jurisdiction: row.jurisdiction_id,
    id: row.id,
    stream: row.stream,
    version: row.version,
    kind: row.kind,
    at: row.at,
    recordedAt: row.recorded_at,
    actor: actorOf(row),
    rule: row.rule === null ? undefined : { id: row.rule, version: row.rule_version ?? '' },
    payload: row.body ?? undefined,
    readers: row.readers ?? undefined,
  }
}

function actorOf(row: EntryRow): EntryActor {
  if (row.actor_person === null) return { system: row.actor_system ?? '' }
  return {
    person: row.actor_person,
    post: row.actor_post ?? undefined,
    organisation: row.actor_organisation ?? undefined,
  }
}
