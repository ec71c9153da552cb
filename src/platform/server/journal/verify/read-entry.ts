import { canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import { type EntryHeader, payloadDigest } from '../entry.ts'
import { erasedKind } from '../erase.ts'
import { entryPrefix, payloadMark } from '../export/index.ts'
import { hasher } from '../hashing.ts'

/** What one entry line says, with its leaf hash computed anew. */
export type ReadEntry = {
  readonly line: number
  /** Undefined where the line cannot be read. */
  readonly leaf: Uint8Array | undefined
  readonly position: number | undefined
  readonly id: string | undefined
  readonly payload: 'intact' | 'changed' | 'missing'
  /** The entries whose payloads this one orders erased. */
  readonly erases: readonly string[]
}

/** Reads a line at its place. A line as it was exported is only hashed; any other is parsed and written canonically first. */
export function readEntry(bytes: Buffer, line: number, position: number): ReadEntry {
  return readAsWritten(bytes, line, position) ?? readParsed(bytes.toString('utf8'), line)
}

const saltLength = 32
const idLength = 36
const saltPattern = /^[0-9a-f]{32}$/
const members = new Set(['type', 'position', 'salt', 'header', 'payload'])
const idMark = '"id":"'
const erasedMark = `"kind":"${erasedKind}"`

function readAsWritten(bytes: Buffer, line: number, position: number): ReadEntry | undefined {
  const text = bytes.toString('latin1') // a character a byte, so that places in the text are places in the bytes
  const saltAt = entryPrefix(position, '').length - '","header":'.length
  const salt = text.slice(saltAt, saltAt + saltLength)
  const prefix = entryPrefix(position, salt)
  const headerEnd = text.indexOf(payloadMark, prefix.length)
  if (!saltPattern.test(salt) || !text.startsWith(prefix) || headerEnd < 0 || !text.endsWith('}')) return undefined
  const headerText = text.slice(prefix.length, headerEnd)
  const digest = payloadDigest(Buffer.from(salt, 'hex'), bytes.subarray(headerEnd + payloadMark.length, -1))
  if (!headerText.includes(`"payloadDigest":"${digest}"`) || headerText.includes(erasedMark)) return undefined
  const idAt = headerText.indexOf(idMark) + idMark.length
  const id = headerText.slice(idAt, idAt + idLength)
  const leaf = hasher.leaf(bytes.subarray(prefix.length, headerEnd))
  return { line, leaf, position, id, payload: 'intact', erases: [] }
}

type LooseLine = {
  readonly type?: string
  readonly position?: number
  readonly salt?: string
  readonly header?: Partial<EntryHeader>
  readonly payload?: JsonObject & { readonly entries?: readonly string[] }
}

function readParsed(text: string, line: number): ReadEntry {
  try {
    const parsed = JSON.parse(text) as LooseLine
    const { type, position, salt, header, payload } = parsed
    if (type !== 'entry' || Object.keys(parsed).some((member) => !members.has(member))) return unreadable(line)
    const leaf = hasher.leaf(Buffer.from(canonicalJson(header as JsonObject), 'utf8'))
    const state = stateOf(salt, payload, header?.payloadDigest)
    const erases = header?.kind === erasedKind && state === 'intact' ? (payload?.entries ?? []) : []
    return { line, leaf, position, id: header?.id, payload: state, erases }
  } catch {
    return unreadable(line)
  }
}

function unreadable(line: number): ReadEntry {
  return { line, leaf: undefined, position: undefined, id: undefined, payload: 'changed', erases: [] }
}

function stateOf(
  salt: string | undefined,
  payload: JsonObject | undefined,
  digest: string | undefined,
): ReadEntry['payload'] {
  if (salt === undefined && payload === undefined) return 'missing'
  if (salt === undefined || payload === undefined || !saltPattern.test(salt)) return 'changed'
  return payloadDigest(Buffer.from(salt, 'hex'), canonicalJson(payload)) === digest ? 'intact' : 'changed'
}
