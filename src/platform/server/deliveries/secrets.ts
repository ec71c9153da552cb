import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Secret = z.strictObject({
  /** Of a webhook `whsec_…`, of a DingTalk robot `SEC…`. */
  secret: z.string().optional(),
  /** Of a DingTalk robot. */
  accessToken: z.string().optional(),
  /** Of a WeCom robot or an SMS gateway. */
  key: z.string().optional(),
  /** Of a mail server. */
  user: z.string().optional(),
  password: z.string().optional(),
})

/** What a channel must show the receiver. */
export type ChannelSecret = z.infer<typeof Secret>

/** The secrets of the channels, by channel: `channels-secrets.json` of the data folder. Throws where others may read it. */
export function readChannelSecrets(folder: string): ReadonlyMap<string, ChannelSecret> {
  const file = join(folder, 'channels-secrets.json')
  if (!existsSync(file)) return new Map()
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
  return new Map(Object.entries(z.record(z.string(), Secret).parse(JSON.parse(readFileSync(file, 'utf8')))))
}
