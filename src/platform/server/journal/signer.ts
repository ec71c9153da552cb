import { createHash, type KeyObject } from 'node:crypto'

/** Signs heads. Ed25519 from a file by default; SM2 or a hardware module comes in by this port. */
export type Signer = {
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string
  /** PEM (SPKI), to be published. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** The name of a public key. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}
