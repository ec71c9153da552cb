import { createHash, randomBytes } from 'node:crypto'
import { SDJwtVcInstance, type SdJwtVcPayload } from '@sd-jwt/sd-jwt-vc'
import type { Signer } from '#platform/server/signing/index.ts'
import { type BindingClaims, type CredentialClaims, typOf } from './claims.ts'
import { algorithmOf } from './verify/read-jwt.ts'

/** What a credential says, before its chosen fields are hidden behind digests. */
export type Statement = Omit<CredentialClaims, 'fields' | '_sd_alg'> & {
  readonly fields: Readonly<Record<string, string>>
}

const hashing = {
  hasher: (data: string | ArrayBuffer) =>
    createHash('sha256')
      .update(typeof data === 'string' ? data : Buffer.from(data))
      .digest(),
  hashAlg: 'sha-256' as const,
  saltGenerator: () => randomBytes(16).toString('base64url'),
}

/** Signs a credential as SD-JWT VC; the holder may later leave out each field of `chosen`. */
export function signCredential(signer: Signer, statement: Statement, chosen: readonly string[]): Promise<string> {
  const instance = new SDJwtVcInstance({ ...hashing, signer: signing(signer), signAlg: algorithmOf[signer.suite] })
  const frame = { fields: { _sd: [...chosen] } }
  const header = { kid: signer.keyId, typ: typOf.credential }
  return instance.issue({ ...statement, _sd_alg: 'sha-256' } as SdJwtVcPayload, frame as never, { header })
}

/** Shows a credential with the fields named and no other of those that can be left out, bound by the holder's wallet. */
export function showCredential(
  wallet: Signer,
  credential: string,
  fields: readonly string[],
  binding: Omit<BindingClaims, 'sd_hash'>,
): Promise<string> {
  const instance = new SDJwtVcInstance({ ...hashing, kbSigner: signing(wallet), kbSignAlg: algorithmOf[wallet.suite] })
  const frame = { fields: Object.fromEntries(fields.map((field) => [field, true])) }
  return instance.present(credential, frame as never, { kb: { payload: binding } })
}

/** Signs claims as a compact JWS of a kind. */
export async function signClaims(signer: Signer, typ: string, claims: object): Promise<string> {
  const encoded = [{ alg: algorithmOf[signer.suite], kid: signer.keyId, typ }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const text = encoded.join('.')
  return `${text}.${await signing(signer)(text)}`
}

function signing(signer: Signer) {
  return async (text: string) => Buffer.from(await signer.sign(Buffer.from(text))).toString('base64url')
}
