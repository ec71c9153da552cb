import { z } from 'zod'
import { route } from './define-route.ts'

const tag = '存证 Journal'

/** A signed tree head: what fixes the whole record up to `size` entries. */
export const TreeHead = z.object({
  jurisdiction: z.string(),
  size: z.string().describe('Number of sealed entries, decimal'),
  root: z.string().describe('RFC 9162 root hash, hex'),
  at: z.string(),
  keyId: z.string(),
  signature: z.string().describe('Ed25519 over the canonical head, base64url'),
})
export type TreeHead = z.infer<typeof TreeHead>

/** The record's public proofs. */
export const journalContract = {
  head: route({
    method: 'GET',
    path: '/journal/head',
    access: 'public',
    tag,
    summary: 'The latest signed head of the record',
  }).output(z.object({ head: TreeHead.nullable(), publicKey: z.string().describe('PEM') })),
  proof: route({
    method: 'GET',
    path: '/journal/entries/{entry}/proof',
    access: 'signed-in',
    tag,
    summary: 'Proof that an entry stands in the record',
  })
    .input(z.object({ entry: z.uuid() }))
    .output(
      z.object({
        entry: z.string(),
        position: z.string().nullable().describe('Null until the entry is sealed'),
        leafHash: z.string().nullable(),
        path: z.array(z.string()),
        head: TreeHead.nullable(),
      }),
    ),
} as const
