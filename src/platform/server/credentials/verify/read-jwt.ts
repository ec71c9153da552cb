import { z } from 'zod'
import type { Purpose, Suite, Verifier } from '#platform/server/signing/index.ts'

const Header = z.object({ alg: z.string(), typ: z.string(), kid: z.string().optional() })

/** A signed text taken apart; nothing of it is believed yet. */
export type ReadJwt = {
  readonly header: z.infer<typeof Header>
  readonly payload: unknown
  readonly signed: Buffer
  readonly signature: Buffer
}

/** Takes a compact JWS apart; nothing where it is none. Base64url must be written the one way, so that no changed byte is the same text. */
export function readJwt(text: string): ReadJwt | undefined {
  const parts = text.split('.')
  const [header, payload, signature] = parts.map(strictBytes)
  if (parts.length !== 3 || !header || !payload || !signature) return undefined
  const read = Header.safeParse(jsonOf(header))
  const body = jsonOf(payload)
  if (!read.success || typeof body !== 'object' || body === null) return undefined
  return { header: read.data, payload: body, signed: Buffer.from(`${parts[0]}.${parts[1]}`), signature }
}

/** The bytes of base64url; nothing where it is not, or not as an encoder writes it. */
export function strictBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

/** Bytes as JSON; nothing where they are none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** A key that a verifier trusts: for what, of whom, and how it verifies. */
export type TrustedKey = {
  readonly issuer: string
  readonly purpose: Purpose
  readonly verifier: Verifier
}

/** The keys that a verifier trusts, by id. */
export type TrustedKeys = ReadonlyMap<string, TrustedKey>

/** What a signature has to be: by which key, of which kind of text. */
export type Expected = { readonly keyId: string | undefined; readonly purpose: Purpose; readonly typ: string }

/** The name that a suite has in the header of a signed text. */
export const algorithmOf: Readonly<Record<Suite, string>> = { EdDSA: 'EdDSA', SM2: 'SM2', ES256: 'ES256' }

/**
 * Whether a text is signed as it must be. The key says the suite, and the header has to agree: `none`, a MAC under a public key, or
 * one suite under the key of another are forged, whatever the signature is.
 */
export function checkSignature(jwt: ReadJwt, keys: TrustedKeys, expected: Expected): 'signed' | 'altered' | 'forged' {
  const key = keys.get(expected.keyId ?? '')
  if (key === undefined || key.purpose !== expected.purpose) return 'forged'
  if (jwt.header.alg !== algorithmOf[key.verifier.suite] || jwt.header.typ !== expected.typ) return 'forged'
  return key.verifier.verifies(jwt.signed, jwt.signature) ? 'signed' : 'altered'
}
