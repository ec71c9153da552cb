import { createHash } from 'node:crypto'

/**
 * How something is signed: Ed25519 (RFC 8032); SM2 over SM3 (GB/T 32918) under the user id that GM/T 0009 names; ECDSA on P-256 with
 * SHA-256 (FIPS 186-5), which every reader of PDF knows.
 */
export const suites = ['EdDSA', 'SM2', 'ES256'] as const
export type Suite = (typeof suites)[number]

/** Signs under one key. Keys of a data folder stand behind it by default; a hardware module comes in by this port. */
export type Signer = {
  readonly suite: Suite
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string
  /** PEM (SPKI), to be published. */
  readonly publicKey: string
  /** The signature, 64 bytes in every suite. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** Verifies under one key. A key has one suite for good: what a document says of its own suite is never asked. */
export type Verifier = {
  readonly suite: Suite
  readonly keyId: string
  verifies(bytes: Uint8Array, signature: Uint8Array): boolean
}

/** The name of a public key (SPKI, DER). */
export function keyIdOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}
