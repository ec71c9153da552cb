import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { keyIdOf, type Signer, type Verifier } from './signer.ts'

const curve = 'prime256v1'
const dsaEncoding = 'ieee-p1363'

/** A new private key on P-256 (PKCS 8, PEM). */
export function newEs256Key(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** A signer that has its key here, and so signs at once. */
export type LocalSigner = Omit<Signer, 'sign'> & { sign(bytes: Uint8Array): Uint8Array }

/** The signer of a private key on P-256 (PKCS 8, PEM). */
export function es256Signer(pem: string): LocalSigner {
  const key = createPrivateKey(pem)
  const publicKey = createPublicKey(key)
  return {
    suite: 'ES256',
    keyId: keyIdOf(derOf(publicKey)),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign('sha256', bytes, { key, dsaEncoding }),
  }
}

/** The verifier of a public key on P-256 (SPKI, DER); throws where it is another kind of key. */
export function es256Verifier(der: Buffer): Verifier {
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
  if (key.asymmetricKeyDetails?.namedCurve !== curve) throw new Error(`not a key on P-256: ${key.asymmetricKeyType}`)
  return {
    suite: 'ES256',
    keyId: keyIdOf(derOf(key)),
    verifies: (bytes, signature) => signature.length === 64 && verify('sha256', bytes, { key, dsaEncoding }, signature),
  }
}

/** Whether a public key (SPKI, DER) is one on P-256. */
export function isEs256(der: Buffer): boolean {
  return der.includes(Buffer.from('06082a8648ce3d030107', 'hex')) // the object identifier of the curve
}

function derOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' })
}
