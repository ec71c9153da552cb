import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { keyIdOf, type Signer, type Verifier } from './signer.ts'

/** A new Ed25519 private key (PKCS 8, PEM). */
export function newEd25519Key(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The signer of an Ed25519 private key (PKCS 8, PEM). */
export function ed25519Signer(pem: string): Signer {
  const privateKey = createPrivateKey(pem)
  const publicKey = createPublicKey(privateKey)
  return {
    suite: 'EdDSA',
    keyId: keyIdOf(derOf(publicKey)),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, privateKey),
  }
}

/** The verifier of an Ed25519 public key (SPKI, DER); throws where it is another kind of key. */
export function ed25519Verifier(der: Buffer): Verifier {
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`not an Ed25519 key: ${key.asymmetricKeyType}`)
  return {
    suite: 'EdDSA',
    keyId: keyIdOf(derOf(key)),
    verifies: (bytes, signature) => signature.length === 64 && verify(null, bytes, key, signature),
  }
}

function derOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' })
}
