import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * How bytes are sealed: SM4-CBC with HMAC-SM3 over all that is kept (GB/T 32907, GB/T 32905), or AES-256-GCM. Where a cryptographic
 * machine is asked for, it stands behind the same two functions.
 */
export type Suite = {
  /** One byte in front of what is sealed. */
  readonly mark: number
  seal(key: Buffer, text: Buffer, bound: Buffer): Buffer
  /** Undefined where a single bit was changed, or it was sealed under another key or for another place. */
  open(key: Buffer, sealed: Buffer, bound: Buffer): Buffer | undefined
}

export const suiteIds = ['sm4-cbc-hmac-sm3', 'aes-256-gcm'] as const
export type SuiteId = (typeof suiteIds)[number]

/** Bytes of a key for any suite: SM4 takes the first 16 and HMAC-SM3 the last 32, AES the first 32. */
export const keyBytes = 48
const macBytes = 32
const ivBytes = 16
const nonceBytes = 12
const tagBytes = 16

export const suites: Readonly<Record<SuiteId, Suite>> = {
  'sm4-cbc-hmac-sm3': {
    mark: 1,
    seal: (key, text, bound) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('sm4-cbc', key.subarray(0, 16), iv)
      const body = Buffer.concat([iv, cipher.update(text), cipher.final()])
      return Buffer.concat([body, macOf(key, body, bound)])
    },
    open: (key, sealed, bound) => {
      if (sealed.length < ivBytes + 16 + macBytes) return undefined
      const body = sealed.subarray(0, -macBytes)
      if (!timingSafeEqual(macOf(key, body, bound), sealed.subarray(-macBytes))) return undefined
      const decipher = createDecipheriv('sm4-cbc', key.subarray(0, 16), body.subarray(0, ivBytes))
      return Buffer.concat([decipher.update(body.subarray(ivBytes)), decipher.final()])
    },
  },
  'aes-256-gcm': {
    mark: 2,
    seal: (key, text, bound) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key.subarray(0, 32), nonce).setAAD(bound)
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
    },
    open: (key, sealed, bound) => {
      if (sealed.length < nonceBytes + tagBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key.subarray(0, 32), sealed.subarray(0, nonceBytes))
      decipher.setAAD(bound).setAuthTag(sealed.subarray(-tagBytes))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
      } catch {
        return undefined
      }
    },
  },
}

function macOf(key: Buffer, body: Buffer, bound: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bound.length)
  return createHmac('sm3', key.subarray(16, 48)).update(length).update(bound).update(body).digest()
}
