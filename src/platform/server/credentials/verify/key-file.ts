import { z } from 'zod'
import { type PublishedKey, purposes, suites, verifiersOf } from '#platform/server/signing/index.ts'
import type { TrustedKey, TrustedKeys } from './read-jwt.ts'

/** What a county publishes so that others can verify without asking: `GET /api/credentials/keys`. */
export const KeyFile = z.object({
  format: z.literal('xianqu credential keys 1'),
  issuer: z.string(),
  name: z.string(),
  keys: z.array(
    z.object({
      keyId: z.string(),
      suite: z.enum(suites),
      purpose: z.enum(purposes),
      from: z.string(),
      until: z.string().nullable(),
      publicKey: z.string(),
      certificate: z.string().nullable().default(null),
    }),
  ),
})
export type KeyFile = z.infer<typeof KeyFile>

/** The file of a county's keys. */
export function keyFileOf(issuer: string, name: string, keys: readonly PublishedKey[]): KeyFile {
  return { format: 'xianqu credential keys 1', issuer, name, keys: [...keys] }
}

/** Keys to be trusted, from one or more files; throws where a key is not what its file says. */
export function trustedKeys(files: readonly KeyFile[]): TrustedKeys {
  const trusted = files.flatMap(({ issuer, keys }) =>
    keys.map(({ keyId, suite, purpose, publicKey }): [string, TrustedKey] => {
      const verifier = verifiersOf(publicKey).get(keyId)
      if (verifier === undefined || verifier.suite !== suite)
        throw new Error(`the key ${keyId} is not what the file says`)
      return [keyId, { issuer, purpose, verifier }]
    }),
  )
  return new Map(trusted)
}
