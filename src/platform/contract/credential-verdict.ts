import { z } from 'zod'

/**
 * What a verifier found. `valid`; `altered`: signed by a known key, and changed since; `forged`: by no key that was given, or in
 * another way than that key signs; `unreadable`: no credential at all; `unbound`: shown without the holder's binding, as a copy of a
 * showing would be; `show-expired`: the time that the holder gave is over; `other-audience` and `replayed`: shown to somebody else, or
 * for another question; `status-unknown`: nothing wrong, but whether it was revoked could not be told; `paper`: a paper of the county
 * that carries no credential, as a receipt or a decision, sealed and unaltered.
 */
export const verdictStates = [
  'valid',
  'altered',
  'forged',
  'unreadable',
  'not-yet',
  'expired',
  'suspended',
  'revoked',
  'unbound',
  'show-expired',
  'other-audience',
  'replayed',
  'status-unknown',
  'paper',
] as const
export type VerdictState = (typeof verdictStates)[number]

/** What stands on a credential besides the holder's fields. */
export const CredentialHeading = z.object({
  title: z.string(),
  english: z.string(),
  code: z.string().describe('Code in the national list of electronic licences'),
  number: z.string(),
  unit: z.string().describe('Id of the issuing unit'),
  unitName: z.string(),
  legal: z.string().describe('Why it counts as much as the paper'),
  sample: z.boolean().describe('True where a demonstration issued it: no document at all'),
  labels: z.record(z.string(), z.tuple([z.string(), z.string()])).describe('Names of the fields, Chinese and English'),
})
export type CredentialHeading = z.infer<typeof CredentialHeading>

/** A sentence in both languages. */
const Sentence = z.object({ zh: z.string(), en: z.string() })

/** What a verifier found, and what it rests on. */
export const CredentialVerdict = z.object({
  state: z.enum(verdictStates),
  sentence: Sentence,
  /** When it was looked at. */
  at: z.string(),
  heading: CredentialHeading.nullable().describe('Null where nothing of it can be believed'),
  credential: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** What the holder let be seen, in the order of the document. */
  disclosed: z.array(z.object({ field: z.string(), zh: z.string(), en: z.string(), value: z.string() })),
  signature: z.object({ suite: z.string(), keyId: z.string() }).nullable(),
  showing: z.object({ until: z.string(), audience: z.string().nullable() }).nullable(),
  status: z.object({ asOf: z.string() }).nullable().describe('How old the word on revocation is'),
  notes: z.array(Sentence),
})
export type CredentialVerdict = z.infer<typeof CredentialVerdict>
