import { hash } from 'node:crypto'
import { merkleHasher } from '#platform/kernel/merkle/index.ts'

/** SHA-256 by node:crypto. By way of a string of one character a byte, because asking for a Buffer takes node twice as long. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary')
}

/** The same in hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** The hashes of the journal's trees. */
export const hasher = merkleHasher(sha256)

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}
