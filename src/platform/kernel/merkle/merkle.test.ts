import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyPath,
  emptyFrontier,
  extendFrontier,
  foldPeaks,
  inclusionPath,
  type LeafRange,
  merkleHasher,
  rootOf,
  subtreesOf,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

const hasher = merkleHasher((bytes) => createHash('sha256').update(bytes).digest())
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text, 'hex')

// The test tree of the Certificate Transparency reference implementation (RFC 6962).
const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const publishedRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const publishedLeaves = published.map((leaf) => hasher.leaf(bytes(leaf)))

/** The hash of a range as RFC 9162 defines it, by recursion. */
function definedHash(leaves: readonly Uint8Array[], { start, end }: LeafRange): Uint8Array {
  if (end - start === 0) return hasher.empty
  if (end - start === 1) return leaves[start] as Uint8Array
  const half = 2 ** Math.floor(Math.log2(end - start - 1))
  const left = definedHash(leaves, { start, end: start + half })
  return hasher.node(left, definedHash(leaves, { start: start + half, end }))
}
const rootOfFirst = (leaves: readonly Uint8Array[], size: number) => definedHash(leaves, { start: 0, end: size })
const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => hasher.leaf(Buffer.from(`leaf ${index}`)))

describe('the published test tree', () => {
  test('has its published roots at every size, grown leaf by leaf', () => {
    expect(hex(hasher.empty)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const frontiers = publishedRoots.map((_, size) =>
      extendFrontier(hasher, emptyFrontier, publishedLeaves.slice(0, size + 1)),
    )
    expect(frontiers.map((frontier) => hex(rootOf(hasher, frontier)))).toEqual(publishedRoots)
  })
  test.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves leaf %i of %i by the published path', (index, size, path) => {
    expect(inclusionPath(index, size).map((range) => hex(definedHash(publishedLeaves, range)))).toEqual(path)
  })
  test.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that its first %i leaves begin its first %i by the published path', (oldSize, size, path) => {
    expect(consistencyPath(oldSize, size).map((range) => hex(definedHash(publishedLeaves, range)))).toEqual(path)
  })
})

describe('a tree of any size', () => {
  const sizes = fc.integer({ min: 1, max: 140 })
  const inclusion = (index: number, size: number) => {
    const leaves = leavesOf(size)
    const path = inclusionPath(index, size).map((range) => definedHash(leaves, range))
    return { leafHash: leaves[index] as Uint8Array, index, size, path, root: rootOfFirst(leaves, size) }
  }
  const consistency = (oldSize: number, size: number) => {
    const leaves = leavesOf(size)
    const path = consistencyPath(oldSize, size).map((range) => definedHash(leaves, range))
    return { oldSize, oldRoot: rootOfFirst(leaves, oldSize), size, root: rootOfFirst(leaves, size), path }
  }
  const pairs = sizes.chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)))

  test('has the same root in one step, in two, and by definition', () => {
    fc.assert(
      fc.property(pairs, ([cut, size]) => {
        const leaves = leavesOf(size)
        const halfway = extendFrontier(hasher, emptyFrontier, leaves.slice(0, cut))
        const grown = extendFrontier(hasher, halfway, leaves.slice(cut))
        expect(hex(rootOf(hasher, grown))).toBe(hex(rootOfFirst(leaves, size)))
      }),
    )
  })
  test('tells of each complete subtree once, with its hash', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const leaves = leavesOf(size)
        const seen = new Map<string, string>()
        extendFrontier(hasher, emptyFrontier, leaves, ({ level, index, hash }) =>
          seen.set(`${level}/${index}`, hex(hash)),
        )
        for (let level = 1; 2 ** level <= size; level++)
          for (let index = 0; (index + 1) * 2 ** level <= size; index++) {
            const range = { start: index * 2 ** level, end: (index + 1) * 2 ** level }
            expect(seen.get(`${level}/${index}`)).toBe(hex(definedHash(leaves, range)))
            seen.delete(`${level}/${index}`)
          }
        expect(seen.size).toBe(0)
      }),
      { numRuns: 30 },
    )
  })
  test('has every node of a proof among its complete subtrees', () => {
    fc.assert(
      fc.property(pairs, ([index, size]) => {
        const leaves = leavesOf(size)
        for (const range of inclusionPath(index, size)) {
          const peaks = subtreesOf(range).map(({ level, index: at }) =>
            definedHash(leaves, { start: at * 2 ** level, end: (at + 1) * 2 ** level }),
          )
          expect(hex(foldPeaks(hasher, peaks))).toBe(hex(definedHash(leaves, range)))
        }
      }),
    )
  })
  test('proves each of its leaves', () => {
    fc.assert(fc.property(pairs, ([index, size]) => verifyInclusion(hasher, inclusion(index, size))))
  })
  test('proves no leaf elsewhere, otherwise or under another root', () => {
    fc.assert(
      fc.property(pairs, fc.nat(200), ([index, size], other) => {
        const claim = inclusion(index, size)
        const wrong = [
          { ...claim, leafHash: hasher.leaf(Buffer.from('forged')) },
          { ...claim, root: hasher.empty },
          { ...claim, path: [...claim.path, hasher.empty] },
          { ...claim, index: size + other },
          { ...claim, index: -1 },
          ...(other === index ? [] : [{ ...claim, index: other }]),
          ...(claim.path.length > 0 ? [{ ...claim, path: claim.path.slice(1) }] : []),
        ]
        return wrong.every((forged) => !verifyInclusion(hasher, forged))
      }),
    )
  })
  test('proves that it only grew', () => {
    fc.assert(fc.property(pairs, ([before, size]) => verifyConsistency(hasher, consistency(before + 1, size))))
  })
  test('proves no other past', () => {
    fc.assert(
      fc.property(pairs, ([before, size]) => {
        const claim = consistency(before + 1, size)
        const wrong = [
          { ...claim, oldRoot: hasher.empty },
          { ...claim, root: hasher.empty },
          { ...claim, path: [...claim.path, hasher.empty] },
          { ...claim, oldSize: size + 1 },
          { ...claim, oldSize: 0 },
          ...(claim.path.length > 0
            ? [
                { ...claim, path: claim.path.slice(1) },
                { ...claim, path: claim.path.slice(0, -1) },
              ]
            : []),
        ]
        return wrong.every((forged) => !verifyConsistency(hasher, forged))
      }),
    )
  })
})

test('a proof of what is not there is refused', () => {
  expect(() => inclusionPath(3, 3)).toThrow(RangeError)
  expect(() => consistencyPath(0, 3)).toThrow(RangeError)
  expect(() => consistencyPath(4, 3)).toThrow(RangeError)
})
