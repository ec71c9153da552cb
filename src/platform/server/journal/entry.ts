import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Brand } from '#platform/kernel/brand.ts'
import { type CanonicalText, canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import { sha256Hex } from './hashing.ts'

/** An entry's id: a UUID of version 7. */
export type EntryId = Brand<string, 'EntryId'>

/** Who acted: a person (in a post, where it was an official; an `Actor` fits), or what acted where no person did. */
export type EntryActor =
  | {
      readonly person: PersonId
      readonly post?: PostId | undefined
      readonly organisation?: OrganisationId | undefined
    }
  | { readonly system: string }

/** An entry to be appended. */
export type NewEntry = {
  /** Made by `newEntryId()` where other rows refer to it; else it is given one. */
  readonly id?: EntryId
  readonly jurisdiction: JurisdictionId
  /** The thing whose story this is: `projects.node/<id>`. */
  readonly stream: string
  /** The version of the thing after this entry, from 1; what has no state has a stream of its own and version 1. */
  readonly version: number
  /** What happened: `projects.node.reported`. */
  readonly kind: string
  /** When it took effect; left out where that is when it was recorded. */
  readonly at?: Date
  readonly recordedAt: Date
  readonly actor: EntryActor
  /** The rule that decided, and its version. */
  readonly rule?: { readonly id: string; readonly version: string } | undefined
  /** The facts. It can be erased where the law says so, so personal data belongs here and not in stream or kind. */
  readonly payload: JsonObject
  /** Organisations that may read it; left out it is open to the government of the jurisdiction. */
  readonly readers?: readonly OrganisationId[] | undefined
}

/** An entry whose payload a database has written. */
export type WrittenEntry = Omit<NewEntry, 'payload'> & { readonly payload: CanonicalText }

/** What a leaf is the hash of, in canonical JSON. Members without a value are left out. */
export type EntryHeader = {
  readonly format: 1
  readonly id: string
  readonly jurisdiction: string
  readonly stream: string
  readonly version: number
  readonly kind: string
  readonly at: string
  readonly recordedAt: string
  readonly actor: {
    readonly person?: string
    readonly post?: string
    readonly organisation?: string
    readonly system?: string
  }
  readonly rule?: { readonly id: string; readonly version: string }
  /** SHA-256 of salt and canonical payload, hex. */
  readonly payloadDigest: string
  readonly readers?: readonly string[]
}

export function newEntryId(): EntryId {
  return v7() as EntryId
}

/** When an id was made, which a UUID of version 7 begins with, to the millisecond. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}

/** The bytes whose leaf hash goes into the tree. */
export function headerBytes(header: EntryHeader): Buffer {
  return Buffer.from(canonicalJson(header), 'utf8')
}

/** What the header keeps of a payload, hex. The salt has a fixed length, so salt and payload cannot run into each other. */
export function payloadDigest(salt: Uint8Array, canonicalPayload: string | Uint8Array): string {
  const payload = typeof canonicalPayload === 'string' ? Buffer.from(canonicalPayload, 'utf8') : canonicalPayload
  return sha256Hex(Buffer.concat([salt, payload]))
}

export function newSalt(): Buffer {
  return randomBytes(16)
}
