/** A proof that an entry stands in the record: hashes in hex, `index` from 0. */
export type InclusionProof = {
  readonly leafHash: string
  readonly index: bigint
  readonly size: bigint
  readonly path: readonly string[]
  readonly root: string
}

/** Checks an inclusion proof as RFC 9162, 2.1.3.2 says, with the browser's own SHA-256. */
export async function verifyInclusion({ leafHash, index, size, path, root }: InclusionProof): Promise<boolean> {
  if (index < 0n || index >= size) return false
  let [node, last] = [index, size - 1n]
  let hash = fromHex(leafHash)
  for (const step of path) {
    if (last === 0n) return false
    const sibling = fromHex(step)
    if (node % 2n === 1n || node === last) {
      hash = await parentOf(sibling, hash)
      while (node % 2n === 0n && node !== 0n) [node, last] = [node / 2n, last / 2n]
    } else hash = await parentOf(hash, sibling)
    ;[node, last] = [node / 2n, last / 2n]
  }
  return last === 0n && toHex(hash) === root.toLowerCase()
}

async function parentOf(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([1, ...left, ...right])))
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
