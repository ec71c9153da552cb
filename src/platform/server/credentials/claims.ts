import { z } from 'zod'
import { CredentialHeading } from '#platform/contract/credential-verdict.ts'

/** The kinds of signed texts; one is never taken for another. */
export const typOf = {
  credential: 'dc+sd-jwt',
  binding: 'kb+jwt',
  statusList: 'statuslist+jwt',
  code: 'xianqu-code+jwt',
} as const

const Seconds = z.number().int().min(0).max(100_000_000_000)

/** What the issuer signs in a credential (SD-JWT VC): the fields that the holder chooses are there as digests alone. */
export const CredentialClaims = z.object({
  iss: z.string(),
  vct: z.string(),
  jti: z.uuid(),
  iat: Seconds,
  nbf: Seconds,
  exp: Seconds.optional(),
  cnf: z.object({ kid: z.string() }),
  status: z.object({ status_list: z.object({ idx: z.number().int().min(0), uri: z.string() }) }),
  heading: CredentialHeading,
  fields: z.object({ _sd: z.array(z.string()).optional() }).catchall(z.string()),
  _sd_alg: z.literal('sha-256'),
})
export type CredentialClaims = z.infer<typeof CredentialClaims>

/** What binds a showing: which document with which fields, for whom, for which question, until when. */
export const BindingClaims = z.object({
  iat: Seconds,
  exp: Seconds,
  aud: z.string(),
  nonce: z.string(),
  sd_hash: z.string(),
  jti: z.string(),
})
export type BindingClaims = z.infer<typeof BindingClaims>

/** A list of standings (IETF Token Status List): two bits a credential. */
export const StatusListClaims = z.object({
  iss: z.string(),
  sub: z.string(),
  iat: Seconds,
  exp: Seconds,
  ttl: Seconds,
  status_list: z.object({ bits: z.literal(2), lst: z.string() }),
})
export type StatusListClaims = z.infer<typeof StatusListClaims>

/** A short code in a QR: one showing for some minutes, or what a printed paper says. */
export const CodeClaims = z.object({
  of: z.enum(['showing', 'paper']),
  id: z.uuid(),
  exp: Seconds.optional(),
})
export type CodeClaims = z.infer<typeof CodeClaims>

/** An audience that is nobody in particular. */
export const anybody = 'anybody'

/** Milliseconds as the seconds of a claim, and back. */
export const secondsOf = (instant: number): number => Math.floor(instant / 1000)
export const instantOf = (seconds: number): number => seconds * 1000
