import { z } from 'zod'
import { credentialRefusals } from '#platform/contract/credential-refusals.ts'
import { refusals } from '../refusals.ts'

/** Every refusal that a route of certificates can name. */
export const all = { ...credentialRefusals, ...refusals }

/** Where the routes stand in the API's document. */
export const tag = '电子证照 Certificates'

/** The certificate that a route is about. */
export const inCertificate = z.object({ credential: z.uuid() })

/** Why something is done. */
export const reason = z.string().trim().min(2).max(500)
