import { hash } from 'node:crypto'
import { merkleHasher } from '#platform/kernel/merkle/index.ts'

/** SHA-256 by node:crypto. */
export function sha256(bytes: Uint8Array | string): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** The hashes of the journal's trees. */
export const hasher = merkleHasher(sha256)

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}
