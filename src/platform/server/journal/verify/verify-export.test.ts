import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFrontier, extendFrontier } from '#platform/kernel/merkle/index.ts'
import type { EntryLine, HeadLine } from '../export/index.ts'
import { testSigner } from '../fixtures.ts'
import { hasher } from '../hashing.ts'
import { headVerifier } from '../head-verifier.ts'
import {
  bytesOf,
  type ExportLine,
  entryLine,
  exportOf,
  headLine,
  lastHead,
  leafOf,
  leavesOf,
} from './export-fixture.ts'
import { type Finding, OutsideHeadForged, tellVerdict, verifyExport } from './index.ts'

const signer = testSigner()
const verifyHead = headVerifier(signer.publicKey)
const segments = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 })

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length)
}

function verify(lines: readonly ExportLine[], outside = [lastHead(lines)], pieceLength = 997) {
  return verifyExport(inPieces(bytesOf(lines), pieceLength), verifyHead, outside)
}

/** Whatever the export, the tampering is found, and its first finding is as told. */
async function foundAfter(
  tamper: (
    lines: ExportLine[],
    entries: EntryLine[],
    pick: number,
  ) => { readonly [member in keyof Finding]?: Finding[member] | undefined } | undefined,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(segments, fc.nat(), async (counts, pick) => {
      const lines = await exportOf(counts, signer)
      const outside = [lastHead(lines)]
      const entries = lines.filter((line) => line.type === 'entry')
      const expected = tamper(lines, entries, pick % entries.length)
      fc.pre(expected !== undefined)
      const { verdict, findings } = await verify(lines, outside)
      expect(verdict).toBe('altered')
      expect(findings[0]).toMatchObject(expected)
    }),
    { numRuns: 60 },
  )
}

const indexOf = (lines: readonly ExportLine[], position: number) =>
  lines.findIndex((line) => line.type === 'entry' && line.position === position)
const lineOf = (lines: readonly ExportLine[], position: number) => indexOf(lines, position) + 1
const renumber = (lines: ExportLine[]) => {
  let position = 0
  lines.forEach((line, i) => {
    if (line.type !== 'entry') return
    lines[i] = { ...line, position }
    position += 1
  })
}
const replace = (lines: ExportLine[], position: number, change: (entry: EntryLine) => EntryLine) => {
  const index = indexOf(lines, position)
  lines[index] = change(lines[index] as EntryLine)
}
const headAfter = (lines: readonly ExportLine[], position: number) =>
  lines.findIndex((line, i) => i > indexOf(lines, position) && line.type === 'head')

describe('an export as it was made', () => {
  test('is proven, in pieces of whatever length', async () => {
    await fc.assert(
      fc.asyncProperty(segments, fc.integer({ min: 1, max: 5000 }), async (counts, pieceLength) => {
        const lines = await exportOf(counts, signer)
        const size = counts.reduce((sum, count) => sum + count, 0)
        const expected = { verdict: 'proven', size, entries: size, heads: counts.length, findings: [] }
        expect(await verify(lines, undefined, pieceLength)).toMatchObject(expected)
      }),
      { numRuns: 30 },
    )
  })
  test('is proven against an earlier head too', async () => {
    const lines = await exportOf([3, 4, 5], signer)
    const earlier = lines.filter((line) => line.type === 'head').map(({ head }) => head)
    expect((await verify(lines, earlier.slice(0, 1))).verdict).toBe('proven')
    expect((await verify(lines, earlier)).verdict).toBe('proven')
  })
  test('without an outside head leaves truncation open and says so', async () => {
    const verdict = await verify(await exportOf([3, 4], signer), [])
    expect(verdict.verdict).toBe('truncation-unprovable')
    expect(tellVerdict(verdict)[0]?.zh).toContain('不能排除末尾被截去')
  })
  test('is proven when another program has written its lines with spaces and members in another order', async () => {
    const lines = await exportOf([3, 4], signer)
    const text = lines.map((line) => {
      const members = Object.entries(line).reverse()
      return `${JSON.stringify(line.type === 'entry' ? Object.fromEntries(members) : line, null, line.type === 'entry' ? 1 : 0).replaceAll('\n', ' ')}\r\n`
    })
    expect(
      (await verifyExport(inPieces(Buffer.from(text.join('')), 99), verifyHead, [lastHead(lines)])).findings,
    ).toEqual([])
  })
  test('is proven with payloads erased, which are counted', async () => {
    const lines = await exportOf([3, 4], signer)
    replace(lines, 4, ({ salt: _, payload: __, ...entry }) => entry)
    expect(await verify(lines)).toMatchObject({ verdict: 'proven', payloadsMissing: 1, payloadsMissingWithoutOrder: 1 })
  })
})

describe('a tamperer without the key, who', () => {
  test('changes a header is caught at the entry', () =>
    foundAfter((lines, entries, p) => {
      replace(lines, p, (entry) => ({ ...entry, header: { ...entry.header, kind: 'test.otherwise' } }))
      return { kind: 'changed', part: 'header', position: p, line: lineOf(lines, p), entry: entries[p]?.header.id }
    }))
  test('changes a payload is caught at the entry', () =>
    foundAfter((lines, entries, p) => {
      replace(lines, p, (entry) => ({ ...entry, payload: { ...entry.payload, note: 'otherwise' } }))
      return { kind: 'changed', part: 'payload', position: p, line: lineOf(lines, p), entry: entries[p]?.header.id }
    }))
  test('changes a salt is caught at the entry', () =>
    foundAfter((lines, _, p) => {
      replace(lines, p, (entry) => ({ ...entry, salt: 'f'.repeat(32) }))
      return { kind: 'changed', part: 'payload', position: p }
    }))
  test('changes payload and digest is caught at the entry', () =>
    foundAfter((lines, _, p) => {
      replace(lines, p, (entry) => ({
        ...entryLine(1000, 'z'),
        position: p,
        header: { ...entryLine(1000, 'z').header, id: entry.header.id },
      }))
      return { kind: 'changed', part: 'header', position: p }
    }))
  test('changes a position is caught at the entry', () =>
    foundAfter((lines, _, p) => {
      replace(lines, p, (entry) => ({ ...entry, position: p + 5000 }))
      return { kind: 'changed', part: 'position', position: p }
    }))
  test.each([
    ['and leaves a gap', () => {}],
    ['and renumbers the rest', renumber],
  ])('deletes an entry %s is caught at its position', (_, after) =>
    foundAfter((lines, __, p) => {
      lines.splice(indexOf(lines, p), 1)
      after(lines)
      return { kind: 'deleted', position: p }
    }),
  )
  test.each([
    ['a forged entry', 'forged'],
    ['a copy of another', 'copy'],
  ])('inserts %s is caught at its line', (_, what) =>
    fc.assert(
      fc.asyncProperty(fc.boolean(), async (isRenumbered) =>
        foundAfter((lines, entries, p) => {
          const other = what === 'forged' ? entryLine(p, 'z') : (entries[(p * 31) % entries.length] as EntryLine)
          const line = lineOf(lines, p)
          lines.splice(line - 1, 0, other)
          if (isRenumbered) renumber(lines)
          // A copy beside its original: either of the two is the one too many.
          return other === entries[p]
            ? { kind: 'inserted' }
            : { kind: 'inserted', position: p, line, entry: other.header.id }
        }),
      ),
      { numRuns: 2 },
    ),
  )
  test('swaps two entries, near or far, is caught at the first', () =>
    foundAfter((lines, entries, p) => {
      const q = (p * 31 + 1) % entries.length
      if (p === q) return undefined
      const [i, j] = [indexOf(lines, p), indexOf(lines, q)]
      const [one, other] = [lines[i] as EntryLine, lines[j] as EntryLine]
      lines[i] = other
      lines[j] = one
      renumber(lines)
      return { kind: 'reordered', position: Math.min(p, q) }
    }))
  test('moves an entry to another place is caught', () =>
    foundAfter((lines, entries, p) => {
      const [moved] = lines.splice(indexOf(lines, p), 1)
      lines.splice(1 + ((p * 17) % (lines.length - 2)), 0, moved as ExportLine)
      if (lines.filter((line) => line.type === 'entry').every((line, i) => line.header.id === entries[i]?.header.id)) {
        const isAsBefore = indexOf(lines, p) < headAfter(lines, Math.max(0, p - 1)) || true
        return isAsBefore ? undefined : {}
      }
      return { kind: 'reordered' }
    }))
  test('cuts off the end is caught by the outside head', () =>
    foundAfter((lines, _, p) => {
      const kept = headAfter(lines, p)
      if (kept === lines.length - 1) return undefined
      lines.splice(kept + 1)
      const size = Number(lastHead(lines).size)
      return { kind: 'truncated', position: size }
    }))
  test('cuts off the end between heads is caught, and what no head covers is named', () =>
    foundAfter((lines, _, p) => {
      if (p === 0) return undefined
      lines.splice(indexOf(lines, p))
      const last = lines.findLastIndex((line) => line.type === 'head')
      const covered = last < 0 ? 0 : Number(lastHead(lines).size)
      return covered === p ? { kind: 'truncated', position: p } : { kind: 'uncovered', position: covered }
    }))
  test('changes an entry and the leaf hashes to fit is caught between two heads', () =>
    foundAfter((lines, _, p) => {
      replace(lines, p, (entry) => ({ ...entry, header: { ...entry.header, kind: 'test.otherwise' } }))
      const at = headAfter(lines, p)
      const start = lines.findLastIndex((line, i) => i < at && line.type !== 'entry') + 1
      const covered = lines.slice(start, at) as EntryLine[]
      lines[at] = { ...(lines[at] as HeadLine), leaves: leavesOf(covered) }
      return {
        kind: 'between-heads',
        position: covered[0]?.position ?? 0,
        until: Number((lines[at] as HeadLine).head.size),
      }
    }))
  test('changes only the leaf hashes of a head is caught at the head, the entries being right', () =>
    foundAfter((lines, _, p) => {
      const at = headAfter(lines, p)
      lines[at] = { ...(lines[at] as HeadLine), leaves: leavesOf([entryLine(0, 'z')]).repeat(1) }
      return { position: expect.any(Number) as number, line: at + 1 }
    }))
  test('deletes a head between is caught where it stood', () =>
    foundAfter((lines, _, p) => {
      const at = headAfter(lines, p)
      if (at === lines.length - 1) return undefined
      const size = Number((lines[at] as HeadLine).head.size)
      lines.splice(at, 1)
      return { kind: 'head-missing', position: size }
    }))
  test('repeats or forges a head is caught at its line', () =>
    foundAfter((lines, _, p) => {
      const at = headAfter(lines, p)
      const line = lines[at] as HeadLine
      const isForged = p % 2 === 0
      const other = isForged ? { ...line, head: { ...line.head, at: '2020-01-01T00:00:00.000Z' } } : line
      lines.splice(at + 1, 0, other)
      return { kind: isForged ? 'head-forged' : 'head-misplaced', position: Number(line.head.size), line: at + 2 }
    }))
  test('changes any one byte never goes unseen', async () => {
    const lines = await exportOf([3, 1, 4], signer)
    const bytes = bytesOf(lines)
    const start = bytes.indexOf('\n') + 1
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: bytes.length - 2 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes)
          changed[at] = (changed[at] as number) ^ by
          const { verdict } = await verifyExport(inPieces(changed, 500), verifyHead, [lastHead(lines)])
          expect(verdict).toBe(isSameJson(bytes, changed) ? 'proven' : 'altered')
        },
      ),
      { numRuns: 600 },
    )
  })
  test('makes a line unreadable is caught at the line', () =>
    foundAfter((lines, _, p) => {
      lines[indexOf(lines, p)] = { type: 'nothing' } as unknown as ExportLine
      return { kind: 'unreadable', position: p }
    }))
})

describe('a tamperer with the key, who replaces the record and signs it anew,', () => {
  test('is caught by the outside head', async () => {
    const outside = [lastHead(await exportOf([3, 4, 2], signer))]
    const { verdict, findings } = await verify(await exportOf([3, 4, 2], signer, 'b'), outside)
    expect(verdict).toBe('altered')
    expect(findings).toEqual([{ kind: 'rewritten', position: 0, until: 9 }])
  })
  test('is caught between the outside heads that still agree and those that do not', async () => {
    const honest = await exportOf([3, 4], signer)
    const heads = honest.filter((line) => line.type === 'head').map(({ head }) => head)
    const kept = honest.slice(0, 5)
    const forged = Array.from({ length: 4 }, (_, i) => entryLine(3 + i, 'b'))
    const entries = [...kept.filter((line) => line.type === 'entry'), ...forged]
    const frontier = extendFrontier(hasher, emptyFrontier, entries.map(leafOf))
    const { findings } = await verify([...kept, ...forged, await headLine(signer, frontier, forged)], heads)
    expect(findings).toEqual([{ kind: 'rewritten', position: 3, until: 7 }])
  })
})

test('a head that is not signed by the key is refused as an outside head', async () => {
  const lines = await exportOf([2], signer)
  const forged = lastHead(await exportOf([2], testSigner()))
  await expect(verify(lines, [forged])).rejects.toThrow(OutsideHeadForged)
})

test('an export signed by a key that was not given proves nothing', async () => {
  const { verdict, findings } = await verify(await exportOf([2], testSigner()), [])
  expect(verdict).toBe('altered')
  expect(findings.map(({ kind }) => kind)).toEqual(['head-unknown-key', 'uncovered'])
})

function isSameJson(one: Buffer, other: Buffer): boolean {
  try {
    const parse = (bytes: Buffer) =>
      bytes
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    return JSON.stringify(parse(one)) === JSON.stringify(parse(other))
  } catch {
    return false
  }
}
