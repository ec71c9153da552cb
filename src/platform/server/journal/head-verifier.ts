import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { verifiersOf } from '#platform/server/signing/index.ts'
import { signedBytes } from './tree-head.ts'

/** Whether one of the keys named by a head signed it. */
export type HeadVerifier = (head: TreeHead) => 'signed' | 'forged' | 'unknown-key'

/** Verifies heads by one or more public keys in PEM, one after another in the text: all that ever signed. */
export function headVerifier(publicKeys: string): HeadVerifier {
  const keys = verifiersOf(publicKeys)
  return (head) => {
    const key = keys.get(head.keyId)
    if (key === undefined) return 'unknown-key'
    return key.verifies(signedBytes(head), Buffer.from(head.signature, 'base64url')) ? 'signed' : 'forged'
  }
}
