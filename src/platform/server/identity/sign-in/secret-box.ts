import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

/** Encrypts a short secret (AES-256-GCM): nonce, tag, ciphertext. `about` is bound to it: it opens for the same person only. */
export function seal(key: Uint8Array, about: string, secret: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` closed; throws where key, person or bytes differ. */
export function unseal(key: Uint8Array, about: string, box: Uint8Array): Buffer {
  const nonce = box.subarray(0, nonceLength)
  const tag = box.subarray(nonceLength, nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag)
  return Buffer.concat([decipher.update(box.subarray(nonceLength + tagLength)), decipher.final()])
}
