import { z } from 'zod'
import { CredentialHeading } from '#platform/contract/credential-verdict.ts'

/** How a certificate stands. */
export const CertificateState = z.enum(['valid', 'not-yet', 'suspended', 'revoked', 'expired'])

/** A certificate in a list. */
export const CertificateLine = z.object({
  credential: z.string(),
  type: z.string(),
  title: z.string(),
  english: z.string(),
  number: z.string(),
  unitName: z.string(),
  holderName: z.string().describe('Masked for staff; empty where the certificate has no name'),
  state: CertificateState,
  issuedAt: z.string(),
  validUntil: z.string().nullable(),
  sample: z.boolean(),
})
export type CertificateLine = z.infer<typeof CertificateLine>

const Field = z.object({
  field: z.string(),
  zh: z.string(),
  en: z.string(),
  value: z.string(),
  chosen: z.boolean().describe('Whether its holder may leave it out'),
})

/** What its holder let be seen, and how often somebody looked. */
const Showing = z.object({
  showing: z.string(),
  way: z.enum(['code', 'link', 'paper']),
  fields: z.array(z.string()),
  audience: z.string().nullable(),
  madeAt: z.string(),
  until: z.string(),
  ended: z.boolean(),
})

/** A verification that came by the platform. */
const Look = z.object({ at: z.string(), state: z.string(), verifier: z.string().nullable(), way: z.string() })

/** A certificate as its holder sees it. */
export const OwnCertificate = CertificateLine.extend({
  heading: CredentialHeading,
  fields: z.array(Field),
  showings: z.array(Showing),
  looks: z.array(Look),
  mostDays: z.number().int(),
})
export type OwnCertificate = z.infer<typeof OwnCertificate>

/** A certificate as the issuing unit sees it: personal fields masked. */
export const IssuedCertificate = CertificateLine.extend({
  fields: z.array(Field),
  standingAt: z.string().nullable(),
  reason: z.string().nullable(),
  origin: z.string().nullable(),
  may: z.array(z.enum(['suspend', 'resume', 'revoke'])),
})
export type IssuedCertificate = z.infer<typeof IssuedCertificate>
