import { z } from 'zod'
import { credentialRefusals } from './credential-refusals.ts'
import { CredentialVerdict } from './credential-verdict.ts'
import { refusalErrors, route } from './define-route.ts'

const tag = '电子证照 Credentials'

/** What anybody may ask about credentials, signed in or not. */
export const credentialsContract = {
  keys: route({
    method: 'GET',
    path: '/credentials/keys',
    access: 'public',
    tag,
    summary: 'The public keys, to verify without a line: the file for `xianqu credentials verify --keys`',
  }).output(
    z.object({
      format: z.literal('xianqu credential keys 1'),
      issuer: z.string(),
      name: z.string(),
      keys: z.array(
        z.object({
          keyId: z.string(),
          suite: z.string(),
          purpose: z.string(),
          from: z.string(),
          until: z.string().nullable().describe('When another took its place; what it signed before still counts'),
          publicKey: z.string().describe('PEM (SPKI)'),
          certificate: z.string().nullable().describe('PEM (X.509) of a key for papers: for readers of PDF'),
        }),
      ),
    }),
  ),
  statusList: route({
    method: 'GET',
    path: '/credentials/status-lists/{list}',
    access: 'public',
    tag,
    summary: 'A signed status list (IETF Token Status List): fresh for 5 minutes, good for 72 hours without a line',
  })
    .input(z.object({ list: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }))
    .output(z.object({ list: z.string(), text: z.string() })),
  verify: route({
    method: 'POST',
    path: '/credentials/verification',
    access: 'public',
    tag,
    summary: 'Verify a short code, the text of a showing, or a printed PDF; its holder sees that somebody did',
  })
    .input(
      z.object({
        text: z.string().max(40_000).optional(),
        pdf: z.base64().max(1_000_000).optional().describe('The PDF, base64'),
        verifier: z
          .string()
          .trim()
          .max(60)
          .optional()
          .describe('Who verifies, in their own words, for the holder to see'),
        audience: z.string().trim().max(60).optional(),
        nonce: z.string().max(80).optional(),
      }),
    )
    .output(CredentialVerdict)
    .errors(refusalErrors(credentialRefusals, 'credentials.verification.unreadable')),
} as const
