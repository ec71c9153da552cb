import { ed25519Verifier } from './ed25519.ts'
import { es256Verifier, isEs256 } from './es256.ts'
import { derBlocks } from './pem.ts'
import type { Verifier } from './signer.ts'
import { isSm2, sm2Verifier } from './sm2.ts'

/** The verifiers of all public keys (PEM, SPKI) in a text, by the key's id, of any suite. Throws where there is none. */
export function verifiersOf(publicKeys: string): ReadonlyMap<string, Verifier> {
  const verifiers = derBlocks('PUBLIC KEY', publicKeys).map(verifierOf)
  if (verifiers.length === 0) throw new Error('no public key (PEM, "BEGIN PUBLIC KEY") found')
  return new Map(verifiers.map((verifier) => [verifier.keyId, verifier]))
}

function verifierOf(der: Buffer): Verifier {
  if (isSm2(der)) return sm2Verifier(der)
  return isEs256(der) ? es256Verifier(der) : ed25519Verifier(der)
}
