import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { derBlocks, pemOf } from './pem.ts'
import { keyIdOf, type Signer, type Verifier } from './signer.ts'

/*
 * node:crypto is not used for SM2: it signs ECDSA under a key that it made itself, and under an empty user id where the key was
 * imported, so that nobody else could verify. DER is written by its fixed beginnings, for every SM2 key has the same shape.
 */
const userId = '1234567812345678'
const publicPrefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')
const privatePrefix = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex')
const privateMiddle = Buffer.from('a144034200', 'hex')
const pointLength = 65

/** A new SM2 private key (PKCS 8, PEM). */
export function newSm2Key(): string {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return sm2KeyPem(privateKey, publicKey)
}

/** An SM2 key pair in hex (the public point uncompressed, with its leading 04) as PKCS 8 in PEM. */
export function sm2KeyPem(privateKey: string, publicKey: string): string {
  const parts = [privatePrefix, Buffer.from(privateKey, 'hex'), privateMiddle, Buffer.from(publicKey, 'hex')]
  return pemOf('PRIVATE KEY', Buffer.concat(parts))
}

/** The signer of an SM2 private key (PKCS 8, PEM); throws where it is another kind of key. */
export function sm2Signer(pem: string): Signer {
  const { scalar, point } = readPrivate(pem)
  const publicDer = Buffer.concat([publicPrefix, point])
  const z = sm2.getZ(point.toString('hex'), userId)
  return {
    suite: 'SM2',
    keyId: keyIdOf(publicDer),
    publicKey: pemOf('PUBLIC KEY', publicDer),
    sign: (bytes) => Buffer.from(sm2.doSignature(digestOf(z, bytes), scalar, { hash: false, der: false }), 'hex'),
  }
}

/** Whether a public key (SPKI, DER) is one of SM2. */
export function isSm2(der: Uint8Array): boolean {
  return der.length === publicPrefix.length + pointLength && publicPrefix.equals(der.subarray(0, publicPrefix.length))
}

/** The verifier of an SM2 public key (SPKI, DER); throws where the point is not on the curve. */
export function sm2Verifier(der: Uint8Array): Verifier {
  const hex = Buffer.from(der.subarray(publicPrefix.length)).toString('hex')
  if (!sm2.verifyPublicKey(hex)) throw new Error('not an SM2 key: the point is not on the curve')
  const z = sm2.getZ(hex, userId)
  const pointFor = preparedWhenBusy(hex)
  return {
    suite: 'SM2',
    keyId: keyIdOf(der),
    verifies: (bytes, signature) => signature.length === 64 && holds(digestOf(z, bytes), signature, pointFor()),
  }
}

type Point = ReturnType<typeof sm2.precomputePublicKey>

/** To prepare a point costs as much as dozens of verifications, so it is done for keys that are asked often. */
function preparedWhenBusy(hex: string): () => string | Point {
  let uses = 0
  let prepared: Point | undefined
  return () => {
    uses += 1
    if (uses > 32) prepared ??= sm2.precomputePublicKey(hex)
    return prepared ?? hex
  }
}

/** What SM2 signs: SM3 over the digest of the signer's identity and the message. */
function digestOf(z: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash('sm3').update(z).update(bytes).digest()
}

/** Numbers out of range make the library throw; such a signature does not hold. */
function holds(digest: Buffer, signature: Uint8Array, point: string | Point): boolean {
  try {
    return sm2.doVerifySignature(digest, Buffer.from(signature).toString('hex'), point, { hash: false, der: false })
  } catch {
    return false
  }
}

function readPrivate(pem: string): { readonly scalar: string; readonly point: Buffer } {
  const [der = Buffer.alloc(0)] = derBlocks('PRIVATE KEY', pem)
  const at = privatePrefix.length + 32 + privateMiddle.length
  if (der.length !== at + pointLength || !privatePrefix.equals(der.subarray(0, privatePrefix.length)))
    throw new Error('not an SM2 private key')
  return {
    scalar: der.subarray(privatePrefix.length, privatePrefix.length + 32).toString('hex'),
    point: der.subarray(at),
  }
}
