import { createPublicKey, verify } from 'node:crypto'
import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { keyIdOf } from './signer.ts'
import { signedBytes } from './tree-head.ts'

/** Whether one of the keys named by a head signed it. */
export type HeadVerifier = (head: TreeHead) => 'signed' | 'forged' | 'unknown-key'

/** Verifies heads by one or more public keys in PEM, one after another in the text: all that ever signed. */
export function headVerifier(publicKeys: string): HeadVerifier {
  const blocks = publicKeys.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? []
  const keys = new Map(blocks.map(createPublicKey).map((key) => [keyIdOf(key), key]))
  if (keys.size === 0) throw new Error('no public key (PEM, "BEGIN PUBLIC KEY") found')
  return (head) => {
    const key = keys.get(head.keyId)
    if (key === undefined) return 'unknown-key'
    return verify(null, signedBytes(head), key, Buffer.from(head.signature, 'base64url')) ? 'signed' : 'forged'
  }
}
