import type { CredentialVerdict, VerdictState } from '#platform/contract/credential-verdict.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { anybody, BindingClaims, instantOf, typOf } from '../claims.ts'
import { type Asked, clockBehind, type Evidence, judge } from '../domain/judge.ts'
import type { StatusList } from '../status-list.ts'
import { checkSignature, type TrustedKeys } from './read-jwt.ts'
import { type ReadSdJwt, readSdJwt } from './read-sd-jwt.ts'
import { notesOf, sentences } from './sentences.ts'

/** What a verifier goes by. It asks nobody: keys and lists were fetched before, or came on paper. */
export type Verifying = Asked & {
  readonly keys: TrustedKeys
  readonly statusLists?: readonly StatusList[]
}

/**
 * Verifies a credential as it was shown. Pure but for the signature's arithmetic: the same text, keys, lists and time give the same.
 * @example `verifyCredential(text, { keys, statusLists: [list], now: Date.now() }).state // 'valid'`
 */
export function verifyCredential(text: string, verifying: Verifying): CredentialVerdict {
  const read = readSdJwt(text)
  if (read === undefined) return nothing('unreadable', verifying.now)
  const signed = signatureOf(read, verifying.keys)
  if (signed !== 'signed') return nothing(signed, verifying.now)
  const binding = bindingOf(read, verifying.keys)
  if (typeof binding === 'string') return nothing(binding, verifying.now)
  const list = verifying.statusLists?.find(({ iss, sub }) => iss === read.claims.iss && sub === uriOf(read))
  const evidence = evidenceOf(read, binding, list)
  const state = judge(evidence, verifying)
  return {
    ...viewOf(read, evidence),
    ...{ state, sentence: sentences[state], at: iso(verifying.now) },
    notes: notesOf({
      ...{ sample: read.claims.heading.sample, behind: clockBehind(evidence, verifying) },
      ...{ statusAge: list && verifying.now - instantOf(list.iat), fresh: instantOf(list?.ttl ?? 0) },
    }),
  }
}

function signatureOf({ jwt, claims, fields }: ReadSdJwt, keys: TrustedKeys): 'signed' | 'altered' | 'forged' {
  const keyId = jwt.header.kid
  const checked = checkSignature(jwt, keys, { keyId, purpose: 'credentials', typ: typOf.credential })
  if (checked !== 'signed') return checked
  if (keys.get(keyId ?? '')?.issuer !== claims.iss) return 'forged'
  return fields === undefined ? 'altered' : 'signed'
}

function bindingOf({ binding, claims, boundDigest }: ReadSdJwt, keys: TrustedKeys) {
  if (binding === undefined) return 'unbound'
  const checked = checkSignature(binding, keys, { keyId: claims.cnf.kid, purpose: 'wallet', typ: typOf.binding })
  if (checked !== 'signed') return checked
  const bound = BindingClaims.safeParse(binding.payload)
  return bound.success && bound.data.sd_hash === boundDigest ? bound.data : 'altered'
}

function evidenceOf({ claims }: ReadSdJwt, binding: BindingClaims, list: StatusList | undefined): Evidence {
  return {
    issuedAt: instantOf(claims.iat),
    validFrom: instantOf(claims.nbf),
    validUntil: claims.exp === undefined ? undefined : instantOf(claims.exp),
    showing: {
      ...{ madeAt: instantOf(binding.iat), until: instantOf(binding.exp), nonce: binding.nonce },
      audience: binding.aud === anybody ? undefined : binding.aud,
    },
    status: list && {
      ...{ asOf: instantOf(list.iat), until: instantOf(list.exp) },
      standing: list.standingAt(claims.status.status_list.idx),
    },
  }
}

function viewOf({ claims, fields = {}, jwt }: ReadSdJwt, { validFrom, validUntil, showing, status }: Evidence) {
  const { heading } = claims
  const labels = Object.entries(heading.labels).filter(([field]) => field in fields)
  return {
    heading,
    credential: claims.jti,
    ...{ validFrom: iso(validFrom), validUntil: validUntil === undefined ? null : iso(validUntil) },
    disclosed: labels.map(([field, [zh, en]]) => ({ field, zh, en, value: fields[field] ?? '' })),
    signature: { suite: jwt.header.alg, keyId: jwt.header.kid ?? '' },
    showing: { until: iso(showing.until), audience: showing.audience ?? null },
    status: status === undefined ? null : { asOf: iso(status.asOf) },
  }
}

/** What there is to say of something of which nothing can be believed. */
export function nothing(state: VerdictState, now: Instant): CredentialVerdict {
  return {
    ...{ state, sentence: sentences[state], at: iso(now), heading: null, credential: null },
    ...{ validFrom: null, validUntil: null, disclosed: [], signature: null, showing: null, status: null, notes: [] },
  }
}

function uriOf({ claims }: ReadSdJwt): string {
  return claims.status.status_list.uri
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString()
}
