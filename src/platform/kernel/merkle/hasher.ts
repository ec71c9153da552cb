/** SHA-256 of some bytes, 32 bytes. It must not keep the array that it is given: the array is used again. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The three hashes of a tree of RFC 9162, section 2.1.1. */
export type MerkleHasher = {
  /** SHA-256(0x00 || entry). */
  leaf(entry: Uint8Array): Uint8Array
  /** SHA-256(0x01 || left || right). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array
  /** The root of a tree without leaves. */
  readonly empty: Uint8Array
}

/** @example `merkleHasher((bytes) => createHash('sha256').update(bytes).digest())` */
export function merkleHasher(sha256: Sha256): MerkleHasher {
  const pair = new Uint8Array(1 + 2 * hashLength)
  pair[0] = 1
  return {
    leaf: (entry) => {
      const prefixed = new Uint8Array(1 + entry.length)
      prefixed.set(entry, 1)
      return sha256(prefixed)
    },
    node: (left, right) => {
      pair.set(left, 1)
      pair.set(right, 1 + hashLength)
      return sha256(pair)
    },
    empty: sha256(new Uint8Array()),
  }
}

export const hashLength = 32

export function equalHashes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && one.length === other?.length && one.every((byte, index) => byte === other[index])
}
