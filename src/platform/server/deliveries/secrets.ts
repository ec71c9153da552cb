import { z } from 'zod'
import { readSecretFile } from '#platform/server/secrets/index.ts'

/** The secret of one channel, as its file holds it. */
export const Secret = z.strictObject({
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
  const text = readSecretFile(folder, 'channels-secrets.json') ?? '{}'
  return new Map(Object.entries(z.record(z.string(), Secret).parse(JSON.parse(text))))
}
