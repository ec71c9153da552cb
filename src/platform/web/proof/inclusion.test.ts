import { expect, test } from 'vitest'
import { verifyInclusion } from './inclusion.ts'

const leaves = await Promise.all(Array.from({ length: 13 }, (_, n) => sha256(new Uint8Array([0, n]))))

test('every entry of a record of any size is proven', async () => {
  for (let size = 1; size <= leaves.length; size++)
    for (let index = 0; index < size; index++) expect(await verifyInclusion(await proofOf(index, size))).toBe(true)
})

test('a proof for another entry, another place or another root does not hold', async () => {
  const proof = await proofOf(5, 13)
  expect(await verifyInclusion({ ...proof, leafHash: hex(leaves[6]) })).toBe(false)
  expect(await verifyInclusion({ ...proof, index: 4n })).toBe(false)
  expect(await verifyInclusion({ ...proof, root: hex(leaves[0]) })).toBe(false)
  expect(await verifyInclusion({ ...proof, path: proof.path.slice(1) })).toBe(false)
})

test('a place outside the record is not proven', async () => {
  expect(await verifyInclusion({ ...(await proofOf(0, 1)), index: 1n })).toBe(false)
})

async function proofOf(index: number, size: number) {
  const tree = leaves.slice(0, size)
  return {
    leafHash: hex(leaves[index]),
    index: BigInt(index),
    size: BigInt(size),
    path: (await pathOf(index, tree)).map(hex),
    root: hex(await rootOf(tree)),
  }
}

async function pathOf(index: number, tree: readonly Uint8Array[]): Promise<Uint8Array[]> {
  if (tree.length === 1) return []
  const half = largestPowerBelow(tree.length)
  return index < half
    ? [...(await pathOf(index, tree.slice(0, half))), await rootOf(tree.slice(half))]
    : [...(await pathOf(index - half, tree.slice(half))), await rootOf(tree.slice(0, half))]
}

async function rootOf(tree: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = tree
  if (tree.length === 1 && only) return only
  const half = largestPowerBelow(tree.length)
  return sha256(new Uint8Array([1, ...(await rootOf(tree.slice(0, half))), ...(await rootOf(tree.slice(half)))]))
}

function largestPowerBelow(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1))
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function hex(bytes: Uint8Array | undefined): string {
  return Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('')
}
