import { createPublicKey, X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { es256Signer, newEs256Key } from './es256.ts'
import { ed25519Signer, newEd25519Key, newSm2Key, sm2KeyPem, sm2Signer, softwareKeys, verifiersOf } from './index.ts'
import type { Signer } from './signer.ts'

/** The example of GB/T 32918.5-2017, A.2. */
const published = {
  privateKey: '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8',
  publicKey:
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  message: 'message digest',
  signature:
    'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
}
/** What `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678` made under that key, its DER unwrapped. */
const byOpenSsl =
  '34CC964ACA036EC1844A575BE14E0AEE4310B5E487986E0FA8D51E18EAD29C11B43541C7DC9634833747342C40E527F5506E5137B6554CED30EBF2816D91825E'

describe('SM2', () => {
  const signer = sm2Signer(sm2KeyPem(published.privateKey, published.publicKey))
  const message = Buffer.from(published.message)

  it('takes the signature that the standard publishes, and that of another maker', () => {
    expect(verifies(signer, message, Buffer.from(published.signature, 'hex'))).toBe(true)
    expect(verifies(signer, message, Buffer.from(byOpenSsl, 'hex'))).toBe(true)
  })

  it('takes no signature over other words, none of other length, none of zeros', () => {
    expect(verifies(signer, Buffer.from('message digesu'), Buffer.from(published.signature, 'hex'))).toBe(false)
    expect(verifies(signer, message, Buffer.from(published.signature.slice(0, -2), 'hex'))).toBe(false)
    expect(verifies(signer, message, Buffer.alloc(64))).toBe(false)
    expect(verifies(signer, message, Buffer.alloc(64, 0xff))).toBe(false)
  })

  it('refuses a public point that is not on the curve', () => {
    const der = Buffer.from(signer.publicKey.split('\n').slice(1, -2).join(''), 'base64')
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1
    const forged = `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----`
    expect(() => verifiersOf(forged)).toThrow('curve')
  })
})

describe.each([
  ['EdDSA', ed25519Signer(newEd25519Key())],
  ['SM2', sm2Signer(newSm2Key())],
  ['ES256', es256Signer(newEs256Key())],
])('%s', (_name, signer) => {
  it('whatever is signed verifies, and with one bit changed it does not', () => {
    const bits = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.boolean())
    fc.assert(
      fc.property(bits, ([bytes, at, ofSignature]) => {
        const signature = Buffer.from(signer.sign(bytes) as Uint8Array)
        expect(verifies(signer, bytes, signature)).toBe(true)
        const changed = ofSignature ? signature : Buffer.from(bytes)
        const place = at % (changed.length * 8)
        changed[place >> 3] = (changed[place >> 3] ?? 0) ^ (1 << (place & 7))
        expect(verifies(signer, ofSignature ? bytes : changed, signature)).toBe(false)
      }),
      { numRuns: 15 },
    )
  })
})

describe('keys of a data folder', () => {
  const first = new Date('2026-03-01T00:00:00Z')
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signing-keys-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are made at the first start for their owner alone, one a purpose and suite, and kept', () => {
    const keys = softwareKeys(folder, '测试县', first)
    expect(statSync(join(folder, 'signing-keys.json')).mode & 0o777).toBe(0o600)
    expect(keys.published().map(({ purpose, suite }) => `${purpose} ${suite}`)).toHaveLength(5)
    expect(new Set(keys.published().map(({ keyId }) => keyId)).size).toBe(5)
    expect(softwareKeys(folder, '测试县', first).published()).toEqual(keys.published())
  })

  it('turn: the new one signs at once in every process, the old one is still told and says until when it signed', () => {
    const [here, there] = [softwareKeys(folder, '测试县', first), softwareKeys(folder, '测试县', first)]
    const old = there.signer('credentials', 'SM2')
    const later = new Date('2027-03-01T00:00:00Z')
    const fresh = here.rotate('credentials', 'SM2', later)
    expect(there.signer('credentials', 'SM2').keyId).toBe(fresh.keyId)
    const told = there.published('credentials').filter(({ suite }) => suite === 'SM2')
    expect(told.map(({ keyId, until }) => [keyId, until])).toEqual([
      [fresh.keyId, null],
      [old.keyId, later.toISOString()],
    ])
  })

  it('of a version that had fewer purposes are kept, and the missing ones made', () => {
    const file = join(folder, 'signing-keys.json')
    const before = softwareKeys(folder, '测试县', first).published('credentials')
    const kept = JSON.parse(readFileSync(file, 'utf8')).filter((key: { purpose: string }) => key.purpose !== 'papers')
    writeFileSync(file, JSON.stringify(kept))
    const keys = softwareKeys(folder, '测试县', first)
    expect(keys.published('credentials')).toEqual(before)
    expect(keys.published('papers')).toHaveLength(1)
  })

  it('for papers have a certificate in the name of the county, which a new key gets too', () => {
    const keys = softwareKeys(folder, '测试县', first)
    keys.rotate('papers', 'ES256', new Date('2051-01-31T00:00:00Z'))
    const [fresh, old] = keys.published('papers').map(({ certificate, publicKey }) => {
      const read = new X509Certificate(certificate ?? '')
      expect(read.verify(createPublicKey(publicKey))).toBe(true)
      return `${read.subject} ${new Date(read.validFrom).toISOString()} ${new Date(read.validTo).toISOString()}`
    })
    expect(old).toBe('CN=测试县 2026-03-01T00:00:00.000Z 2036-03-01T00:00:00.000Z')
    expect(fresh).toBe('CN=测试县 2051-01-31T00:00:00.000Z 2061-01-31T00:00:00.000Z')
  })

  it('that others may read are refused, with the remedy', () => {
    softwareKeys(folder, '测试县', first)
    chmodSync(join(folder, 'signing-keys.json'), 0o644)
    expect(() => softwareKeys(folder, '测试县', first).published()).toThrow('chmod 600')
  })
})

function verifies(signer: Signer, bytes: Uint8Array, signature: Uint8Array): boolean | undefined {
  return verifiersOf(signer.publicKey).get(signer.keyId)?.verifies(bytes, signature)
}
