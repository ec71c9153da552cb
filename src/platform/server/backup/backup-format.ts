import { z } from 'zod'
import { TreeHead } from '#platform/contract/journal-contract.ts'

/*
 * A backup is one tar, compressed with zstd:
 *   backup.json      what it is, of which schema, and the latest head of each county's record;
 *   keys/…           what the data folder keeps to itself: without it neither record nor second factors could go on;
 *   tables/…         each table as PostgreSQL's COPY writes it, in blocks, tables before those that refer to them;
 *   files/…          uploaded bytes by their SHA-256;
 *   contents.json    rows and digest of each table, and the digests of all files: the last entry, so that a cut is seen.
 */

/** The version of the format; a reader takes its own alone. */
export const formatVersion = 'xianqu backup 1'

/** `backup.json`: read before anything is written. */
export const BackupHeading = z.object({
  format: z.literal(formatVersion),
  version: z.string(),
  at: z.string(),
  migrations: z.array(z.object({ room: z.string(), number: z.number().int(), checksum: z.string() })),
  heads: z.array(z.object({ jurisdiction: z.string(), head: TreeHead })),
})
export type BackupHeading = z.infer<typeof BackupHeading>

/** What came in one table. */
export const TableContents = z.object({ table: z.string(), bytes: z.number().int(), digest: z.string() })
export type TableContents = z.infer<typeof TableContents>

/** `contents.json`: what a whole backup holds. */
export const BackupContents = z.object({ tables: z.array(TableContents), files: z.array(z.string()) })
export type BackupContents = z.infer<typeof BackupContents>

/** Files of the data folder that go along, those of them that are there. */
export const keyFiles = [
  'secrets.json',
  'journal-signing-key.pem',
  'journal-public-key.pem',
  'signing-keys.json',
  'face-service.json',
  'channels-secrets.json',
  'connectors-secrets.json',
  'personal-data-keys.json',
  'single-sign-on.json',
  'demo-accounts.json',
]
