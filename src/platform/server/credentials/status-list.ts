import { deflateSync, inflateSync } from 'node:zlib'
import type { Signer } from '#platform/server/signing/index.ts'
import { StatusListClaims, secondsOf, typOf } from './claims.ts'
import type { Standing } from './domain/standing.ts'
import { signClaims } from './sd-jwt.ts'
import { checkSignature, readJwt, strictBytes, type TrustedKeys } from './verify/read-jwt.ts'

/** Places in a list. Credentials take one by chance, so that a place says nothing of when or to whom. */
export const listSize = 2 ** 20
/** After this long a verifier with a line ought to fetch the list anew. */
export const listFreshSeconds = 300
/** After this long a list says nothing any more. */
export const listLifeSeconds = 72 * 3600

const bitsOf: Readonly<Record<Standing, number>> = { valid: 0, revoked: 1, suspended: 2 }
const standingOf: readonly Standing[] = ['valid', 'revoked', 'suspended', 'revoked']

/** A place in a list that is not plainly valid. */
export type Marked = { readonly index: number; readonly standing: Standing }

/** Signs a list of standings. */
export function signStatusList(
  signer: Signer,
  list: { readonly issuer: string; readonly uri: string; readonly marked: readonly Marked[]; readonly now: Date },
): Promise<string> {
  const bytes = Buffer.alloc(listSize / 4)
  for (const { index, standing } of list.marked)
    bytes[index >> 2] = (bytes[index >> 2] ?? 0) | (bitsOf[standing] << ((index & 3) * 2))
  const iat = secondsOf(list.now.getTime())
  const claims: StatusListClaims = {
    ...{ iss: list.issuer, sub: list.uri, iat, exp: iat + listLifeSeconds, ttl: listFreshSeconds },
    status_list: { bits: 2, lst: deflateSync(bytes, { level: 9 }).toString('base64url') },
  }
  return signClaims(signer, typOf.statusList, claims)
}

/** A list that is known to be the issuer's. */
export type StatusList = Pick<StatusListClaims, 'iss' | 'sub' | 'iat' | 'exp' | 'ttl'> & {
  standingAt(index: number): Standing | undefined
}

/** Reads a signed list; says why where it cannot be believed. */
export function readStatusList(text: string, keys: TrustedKeys): StatusList | 'unreadable' | 'forged' | 'altered' {
  const jwt = readJwt(text.trim())
  const claims = StatusListClaims.safeParse(jwt?.payload)
  if (jwt === undefined || !claims.success) return 'unreadable'
  const checked = checkSignature(jwt, keys, {
    ...{ keyId: jwt.header.kid, purpose: 'credentials', typ: typOf.statusList },
  })
  if (checked !== 'signed') return checked
  if (keys.get(jwt.header.kid ?? '')?.issuer !== claims.data.iss) return 'forged'
  const bytes = inflated(claims.data.status_list.lst)
  if (bytes === undefined) return 'unreadable'
  const standingAt = (index: number) => {
    const byte = bytes[index >> 2]
    return byte === undefined ? undefined : standingOf[(byte >> ((index & 3) * 2)) & 3]
  }
  return { ...claims.data, standingAt }
}

function inflated(lst: string): Buffer | undefined {
  const packed = strictBytes(lst)
  try {
    return packed && inflateSync(packed, { maxOutputLength: listSize / 4 })
  } catch {
    return undefined
  }
}
