import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { canonicalJson } from '#platform/kernel/canonical-json.ts'
import { emptyFrontier, extendFrontier, type Frontier } from '#platform/kernel/merkle/index.ts'
import type { Signer } from '#platform/server/signing/index.ts'
import { type EntryHeader, headerBytes, payloadDigest } from '../entry.ts'
import { type EntryLine, type HeadLine, type MetaLine, writeEntryLine, writeLine } from '../export/index.ts'
import { noon, suichang } from '../fixtures.ts'
import { hasher } from '../hashing.ts'
import { signHead } from '../tree-head.ts'

/** Exports made without a database, for the tests of `verify`. Not exported by the room. */
export type ExportLine = MetaLine | HeadLine | EntryLine

/** An export of as many entries as `segments` sum up to, with a head after each segment. */
export async function exportOf(segments: readonly number[], signer: Signer, seed = 'a'): Promise<ExportLine[]> {
  const size = segments.reduce((sum, count) => sum + count, 0)
  const lines: ExportLine[] = [
    { type: 'meta', format: 'xianqu journal export 1', jurisdiction: suichang, exportedAt: noon.toISOString(), size },
  ]
  let frontier: Frontier = emptyFrontier
  for (const count of segments) {
    const from = frontier.size
    const entries = Array.from({ length: count }, (_, i) => entryLine(from + i, seed))
    frontier = extendFrontier(hasher, frontier, entries.map(leafOf))
    lines.push(...entries, await headLine(signer, frontier, entries))
  }
  return lines
}

/** An export of many entries, written as it is made; gives its last head. */
export async function writeLargeExport(file: string, size: number, signer: Signer): Promise<TreeHead> {
  const perHead = 250
  let frontier: Frontier = emptyFrontier
  let head: TreeHead | undefined
  async function* lines() {
    while (frontier.size < size) {
      const entries = Array.from({ length: perHead }, (_, i) => entryLine(frontier.size + i, 'a'))
      frontier = extendFrontier(hasher, frontier, entries.map(leafOf))
      const line = await headLine(signer, frontier, entries)
      head = line.head
      yield entries.map(writeEntryLine).join('') + writeLine(line)
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  if (head === undefined) throw new Error('an export without entries')
  return head
}

export async function headLine(signer: Signer, frontier: Frontier, entries: readonly EntryLine[]): Promise<HeadLine> {
  return { type: 'head', head: await signHead(signer, suichang, frontier, noon), leaves: leavesOf(entries) }
}

export function leavesOf(entries: readonly EntryLine[]): string {
  return Buffer.concat(entries.map(leafOf)).toString('base64')
}

export function entryLine(position: number, seed: string): EntryLine {
  const id = `${Buffer.from(seed).toString('hex').padStart(8, '0').slice(0, 8)}-0000-7000-8000-${String(position).padStart(12, '0')}`
  const payload = { note: `${seed}${position}`, text: 'ping ,"payload":{ 𬭎' }
  const salt = id.replaceAll('-', '')
  const header: EntryHeader = {
    format: 1,
    id,
    jurisdiction: suichang,
    stream: `thing/${position % 7}`,
    version: Math.floor(position / 7) + 1,
    kind: 'test.happened',
    at: noon.toISOString(),
    recordedAt: noon.toISOString(),
    actor: { system: 'test' },
    payloadDigest: payloadDigest(Buffer.from(salt, 'hex'), canonicalJson(payload)),
  }
  return { type: 'entry', position, salt, header, payload }
}

export function leafOf(entry: EntryLine): Uint8Array {
  return hasher.leaf(headerBytes(entry.header))
}

export function bytesOf(lines: readonly ExportLine[]): Buffer {
  return Buffer.from(lines.map((line) => (line.type === 'entry' ? writeEntryLine(line) : writeLine(line))).join(''))
}

export function lastHead(lines: readonly ExportLine[]): TreeHead {
  const line = lines.findLast((one) => one.type === 'head')
  if (line === undefined) throw new Error('an export without a head')
  return line.head
}

export async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length)
}

/** Where the entry of a position stands among the lines. */
export function indexOf(lines: readonly ExportLine[], position: number): number {
  return lines.findIndex((line) => line.type === 'entry' && line.position === position)
}

/** Where the first head after an entry stands. */
export function headAfter(lines: readonly ExportLine[], position: number): number {
  return lines.findIndex((line, i) => i > indexOf(lines, position) && line.type === 'head')
}

/** Puts a changed entry in the place of another. */
export function replace(lines: ExportLine[], position: number, change: (entry: EntryLine) => EntryLine): void {
  const index = indexOf(lines, position)
  lines[index] = change(lines[index] as EntryLine)
}

/** Gives the entries the positions that they would have if nothing had been done to them. */
export function renumber(lines: ExportLine[]): void {
  let position = 0
  for (const [index, line] of lines.entries()) {
    if (line.type !== 'entry') continue
    lines[index] = { ...line, position }
    position += 1
  }
}
