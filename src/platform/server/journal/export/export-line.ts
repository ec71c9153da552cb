import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import type { EntryHeader } from '../entry.ts'

/** First line of an export. Nothing in it is believed by `verify`; it tells a reader what he has. */
export type MetaLine = {
  readonly type: 'meta'
  readonly format: 'xianqu journal export 1'
  readonly jurisdiction: string
  readonly exportedAt: string
  readonly size: number
}

/** An entry. Salt and payload are missing where the payload was erased. Header and payload are canonical JSON. */
export type EntryLine = {
  readonly type: 'entry'
  readonly position: number
  readonly salt?: string
  readonly header: EntryHeader
  readonly payload?: JsonObject
}

/**
 * A signed head, after the last entry that it covers. `leaves` are the leaf hashes since the head before (base64, 32 bytes
 * each): with the tree so far they give the signed root, so they cannot be forged, and what differs from them is what was
 * changed.
 */
export type HeadLine = { readonly type: 'head'; readonly head: TreeHead; readonly leaves: string }

/** The text of an entry line before its header: written in one way, so that `verify` need not parse what is intact. */
export function entryPrefix(position: number, salt: string | undefined): string {
  return salt === undefined
    ? `{"type":"entry","position":${position},"header":`
    : `{"type":"entry","position":${position},"salt":"${salt}","header":`
}

export const payloadMark = ',"payload":'

export function writeEntryLine({ position, salt, header, payload }: Omit<EntryLine, 'type'>): string {
  const tail = payload === undefined ? '' : `${payloadMark}${canonicalJson(payload)}`
  return `${entryPrefix(position, salt)}${canonicalJson(header)}${tail}}\n`
}

export function writeLine(line: MetaLine | HeadLine): string {
  return `${JSON.stringify(line)}\n`
}
