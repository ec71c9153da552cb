import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CredentialClaims } from '../claims.ts'
import { jsonOf, type ReadJwt, readJwt, strictBytes } from './read-jwt.ts'

const Disclosure = z.tuple([z.string().min(16), z.string(), z.string()])

/** A credential taken apart; nothing of it is believed yet. */
export type ReadSdJwt = {
  readonly jwt: ReadJwt
  readonly claims: CredentialClaims
  /** The fields that come with it, chosen and fixed; nothing where one does not belong to the document. */
  readonly fields: Readonly<Record<string, string>> | undefined
  readonly binding: ReadJwt | undefined
  /** What a binding must have been made over. */
  readonly boundDigest: string
}

/**
 * Takes an SD-JWT apart; nothing where it is none. The library makes credentials and showings, but takes disclosures that no digest
 * answers for as if they were not there: read here strictly, each must answer to one digest, once.
 */
export function readSdJwt(text: string): ReadSdJwt | undefined {
  const [issued = '', ...rest] = text.trim().split('~')
  const last = rest.pop()
  const jwt = readJwt(issued)
  const claims = CredentialClaims.safeParse(jwt?.payload)
  if (jwt === undefined || last === undefined || !claims.success) return undefined
  const binding = last === '' ? undefined : readJwt(last)
  if (last !== '' && binding === undefined) return undefined
  const bound = [issued, ...rest, ''].join('~')
  return { jwt, claims: claims.data, fields: disclosed(claims.data, rest), binding, boundDigest: digestOf(bound) }
}

function disclosed({ fields: { _sd = [], ...fixed } }: CredentialClaims, disclosures: readonly string[]) {
  const fields: Record<string, string> = { ...fixed }
  const digests = new Set(_sd)
  for (const text of disclosures) {
    const bytes = strictBytes(text)
    const read = Disclosure.safeParse(bytes && jsonOf(bytes))
    if (!digests.delete(digestOf(text)) || !read.success) return undefined
    const [, name, value] = read.data
    if (name in fields) return undefined
    fields[name] = value
  }
  return fields
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
