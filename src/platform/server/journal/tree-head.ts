import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { canonicalJson } from '#platform/kernel/canonical-json.ts'
import type { Frontier } from '#platform/kernel/merkle/index.ts'
import { rootOf } from '#platform/kernel/merkle/index.ts'
import type { Signer } from '#platform/server/signing/index.ts'
import { hasher, hexOf } from './hashing.ts'

/** What a signature stands over: who reads it later needs nothing but the head itself. */
export function signedBytes({ jurisdiction, size, root, at, keyId }: Omit<TreeHead, 'signature'>): Buffer {
  return Buffer.from(`xianqu journal head 1\n${canonicalJson({ jurisdiction, size, root, at, keyId })}`, 'utf8')
}

/** Signs the tree that a frontier stands for. */
export async function signHead(signer: Signer, jurisdiction: string, frontier: Frontier, at: Date): Promise<TreeHead> {
  const head = {
    jurisdiction,
    size: String(frontier.size),
    root: hexOf(rootOf(hasher, frontier)),
    at: at.toISOString(),
    keyId: signer.keyId,
  }
  return { ...head, signature: Buffer.from(await signer.sign(signedBytes(head))).toString('base64url') }
}
