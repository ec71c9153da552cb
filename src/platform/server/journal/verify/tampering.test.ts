import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryLine, HeadLine } from '../export/index.ts'
import { testSigner } from '../fixtures.ts'
import { headVerifier } from '../head-verifier.ts'
import {
  bytesOf,
  type ExportLine,
  entryLine,
  exportOf,
  headAfter,
  indexOf,
  inPieces,
  lastHead,
  leavesOf,
  renumber,
  replace,
} from './export-fixture.ts'
import { type Finding, verifyExport } from './index.ts'

const signer = testSigner()
const verifyHead = headVerifier(signer.publicKey)
const segments = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 })

type Expected = { readonly [member in keyof Finding]?: Finding[member] | undefined }
/** Changes the lines; gives what is to be found first, or undefined where this cannot be done to this export. */
type Tamper = (lines: ExportLine[], entries: readonly EntryLine[], pick: number) => Expected | undefined

/** Whatever the export and wherever in it: the tampering is found, and its first finding is as told. */
async function isFound(tamper: Tamper): Promise<void> {
  await fc.assert(
    fc.asyncProperty(segments, fc.nat(), async (counts, pick) => {
      const lines = await exportOf(counts, signer)
      const outside = [lastHead(lines)]
      const entries = lines.filter((line) => line.type === 'entry')
      const expected = tamper(lines, entries, pick % entries.length)
      fc.pre(expected !== undefined)
      const { verdict, findings } = await verifyExport(inPieces(bytesOf(lines), 997), verifyHead, outside)
      expect(verdict).toBe('altered')
      expect(findings[0]).toMatchObject(expected)
    }),
    { numRuns: 60 },
  )
}

const otherwise = (entry: EntryLine): EntryLine => ({ ...entry, header: { ...entry.header, kind: 'test.otherwise' } })
const placeOf = (lines: readonly ExportLine[], entries: readonly EntryLine[], position: number) => ({
  position,
  line: indexOf(lines, position) + 1,
  entry: entries[position]?.header.id,
})

describe('whoever has not the key and', () => {
  test.each<[string, (entry: EntryLine) => EntryLine, Expected]>([
    ['a header', otherwise, { part: 'header' }],
    ['a payload', (entry) => ({ ...entry, payload: { note: 'otherwise' } }), { part: 'payload' }],
    ['a salt', (entry) => ({ ...entry, salt: 'f'.repeat(32) }), { part: 'payload' }],
    ['payload and digest', (entry) => forgedLike(entry), { part: 'header' }],
  ])('changes %s is caught at the entry', (_, change, expected) =>
    isFound((lines, entries, p) => {
      replace(lines, p, change)
      return { kind: 'changed', ...expected, ...placeOf(lines, entries, p) }
    }),
  )

  test('changes a position is caught at the entry', () =>
    isFound((lines, _, p) => {
      replace(lines, p, (entry) => ({ ...entry, position: p + 5000 }))
      return { kind: 'changed', part: 'position', position: p }
    }))

  test('makes a line unreadable is caught at the line', () =>
    isFound((lines, _, p) => {
      lines[indexOf(lines, p)] = { type: 'nothing' } as unknown as ExportLine
      return { kind: 'unreadable', position: p }
    }))

  describe.each([
    ['leaves the numbers as they are', () => {}],
    ['renumbers', renumber],
  ])('%s and', (_, afterwards) => {
    test('deletes an entry is caught at its position', () =>
      isFound((lines, __, p) => {
        lines.splice(indexOf(lines, p), 1)
        afterwards(lines)
        return { kind: 'deleted', position: p }
      }))

    test('inserts a forged entry is caught at its line', () =>
      isFound((lines, __, p) => {
        const index = indexOf(lines, p)
        const forged = entryLine(p, 'z')
        lines.splice(index, 0, forged)
        afterwards(lines)
        return { kind: 'inserted', position: p, line: index + 1, entry: forged.header.id }
      }))

    test('inserts a copy of an entry elsewhere is caught at its line', () =>
      isFound((lines, entries, p) => {
        const copy = entries[(p * 31 + 1) % entries.length]
        if (copy === undefined || copy === entries[p]) return undefined
        const index = indexOf(lines, p)
        lines.splice(index, 0, copy)
        afterwards(lines)
        return { kind: 'inserted', position: p, line: index + 1, entry: copy.header.id }
      }))

    test('swaps two entries, near or far, is caught at the first', () =>
      isFound((lines, entries, p) => {
        const q = (p * 31 + 1) % entries.length
        if (p === q) return undefined
        const [i, j] = [indexOf(lines, p), indexOf(lines, q)]
        ;[lines[i], lines[j]] = [lines[j] as EntryLine, lines[i] as EntryLine]
        afterwards(lines)
        return { kind: 'reordered', position: Math.min(p, q) }
      }))

    test('moves an entry to beside another is caught where they first differ', () =>
      isFound((lines, entries, p) => {
        const q = (p * 17 + 1) % entries.length
        if (p === q) return undefined
        const [moved] = lines.splice(indexOf(lines, p), 1)
        lines.splice(indexOf(lines, q) + (q > p ? 1 : 0), 0, moved as EntryLine)
        afterwards(lines)
        return { kind: 'reordered', position: Math.min(p, q) }
      }))
  })

  test('cuts off the end behind a head is caught by the outside head', () =>
    isFound((lines, _, p) => {
      const last = headAfter(lines, p)
      if (last === lines.length - 1) return undefined
      lines.splice(last + 1)
      return { kind: 'truncated', position: Number(lastHead(lines).size) }
    }))

  test('cuts off the end between heads is caught, and what no head covers is named', () =>
    isFound((lines, _, p) => {
      lines.splice(indexOf(lines, p))
      const covered = lines.some((line) => line.type === 'head') ? Number(lastHead(lines).size) : 0
      return covered === p ? { kind: 'truncated', position: p } : { kind: 'uncovered', position: covered, until: p }
    }))

  test('changes an entry and the leaf hashes to fit is caught between two heads', () =>
    isFound((lines, _, p) => {
      replace(lines, p, otherwise)
      const at = headAfter(lines, p)
      const from = lines.findLastIndex((line, i) => i < at && line.type !== 'entry') + 1
      const covered = lines.slice(from, at) as EntryLine[]
      const line = lines[at] as HeadLine
      lines[at] = { ...line, leaves: leavesOf(covered) }
      return { kind: 'between-heads', position: covered[0]?.position, until: Number(line.head.size) }
    }))

  test('changes only the leaf hashes of a head is caught at the head, the entries being right', () =>
    isFound((lines, _, p) => {
      const at = headAfter(lines, p)
      const line = lines[at] as HeadLine
      const count = Buffer.from(line.leaves, 'base64').length / 32
      lines[at] = { ...line, leaves: leavesOf(Array.from({ length: count }, (__, i) => entryLine(i, 'z'))) }
      return { kind: 'leaves-changed', position: Number(line.head.size) - count, line: at + 1 }
    }))

  test('deletes a head is caught where it stood', () =>
    isFound((lines, _, p) => {
      const at = headAfter(lines, p)
      if (at === lines.length - 1) return undefined
      const { head } = lines[at] as HeadLine
      lines.splice(at, 1)
      return { kind: 'head-missing', position: Number(head.size) }
    }))

  test('changes or repeats a head is caught at its line', () =>
    isFound((lines, _, p) => {
      const at = headAfter(lines, p)
      const line = lines[at] as HeadLine
      const isForged = p % 2 === 0
      const forged = { ...line, head: { ...line.head, at: '2020-01-01T00:00:00.000Z' } }
      lines.splice(at + 1, 0, isForged ? forged : line)
      return { kind: isForged ? 'head-forged' : 'head-misplaced', position: Number(line.head.size), line: at + 2 }
    }))

  test('changes any bit never goes unseen', async () => {
    const lines = await exportOf([3, 1, 4, 2], signer)
    const bytes = bytesOf(lines)
    const behindMeta = bytes.indexOf('\n') + 1
    const place = fc.integer({ min: behindMeta, max: bytes.length - 2 })
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ bits
        const { verdict } = await verifyExport(inPieces(changed, 500), verifyHead, [lastHead(lines)])
        expect(verdict).toBe(isSameJson(bytes, changed) ? 'proven' : 'altered')
      }),
      { numRuns: 600 },
    )
  })

  test('does several things at once is caught at the first of them or, at worst, behind the head before it', async () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('change', 'delete', 'insert', 'swap'), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(segments, edits, fc.boolean(), async (counts, steps, isRenumbered) => {
        const lines = await exportOf(counts, signer)
        const before = [...lines]
        for (const step of steps) edit(lines, ...step)
        if (isRenumbered) renumber(lines)
        const first = firstDifference(before, lines)
        fc.pre(first !== undefined)
        const { verdict, findings } = await verifyExport(inPieces(bytesOf(lines), 997), verifyHead, [lastHead(before)])
        expect(verdict).toBe('altered')
        expect(findings[0]?.position).toBeLessThanOrEqual(first as number)
        expect(findings[0]?.position).toBeGreaterThanOrEqual(headBefore(counts, first as number))
      }),
      { numRuns: 300 },
    )
  })
})

function forgedLike(entry: EntryLine): EntryLine {
  const forged = entryLine(1000, 'z')
  return { ...forged, position: entry.position, header: { ...forged.header, id: entry.header.id } }
}

function edit(lines: ExportLine[], what: string, one: number, other: number): void {
  const places = lines.flatMap((line, i) => (line.type === 'entry' ? [i] : []))
  const [i, j] = [places[one % places.length], places[other % places.length]]
  if (i === undefined || j === undefined) return
  const [entry, second] = [lines[i] as EntryLine, lines[j] as EntryLine]
  if (what === 'change') lines[i] = otherwise(entry)
  if (what === 'delete') lines.splice(i, 1)
  if (what === 'insert') lines.splice(i, 0, entryLine(one % 1000, 'z'))
  if (what === 'swap') [lines[i], lines[j]] = [second, entry]
}

/** The position of the first entry that is not what it was. */
function firstDifference(before: readonly ExportLine[], after: readonly ExportLine[]): number | undefined {
  const index = before.findIndex((line, i) => JSON.stringify(line) !== JSON.stringify(after[i]))
  if (index < 0) return before.length === after.length ? undefined : before.length
  return before.slice(0, index).filter((line) => line.type === 'entry').length
}

function headBefore(counts: readonly number[], position: number): number {
  let size = 0
  for (const count of counts) {
    if (size + count > position) break
    size += count
  }
  return size
}

function isSameJson(one: Buffer, other: Buffer): boolean {
  const parse = (bytes: Buffer) =>
    bytes
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  try {
    return JSON.stringify(parse(one)) === JSON.stringify(parse(other))
  } catch {
    return false
  }
}
