import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFrontier, extendFrontier } from '#platform/kernel/merkle/index.ts'
import { testSigner } from '../fixtures.ts'
import { hasher } from '../hashing.ts'
import { headVerifier } from '../head-verifier.ts'
import {
  bytesOf,
  type ExportLine,
  entryLine,
  exportOf,
  headLine,
  inPieces,
  lastHead,
  leafOf,
  replace,
} from './export-fixture.ts'
import { OutsideHeadForged, tellVerdict, verifyExport } from './index.ts'

const signer = testSigner()
const verifyHead = headVerifier(signer.publicKey)
const segments = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 })

function verify(lines: readonly ExportLine[], outside = [lastHead(lines)], pieceLength = 997) {
  return verifyExport(inPieces(bytesOf(lines), pieceLength), verifyHead, outside)
}

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
