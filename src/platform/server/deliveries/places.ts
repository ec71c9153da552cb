import { z } from 'zod'
import type { Channels } from '#platform/server/county/index.ts'
import { readSecretFile } from '#platform/server/secrets/index.ts'
import { type ChannelSecret, readChannelSecrets, Secret } from './secrets.ts'

type Channel = Channels['channels'][number]

const Places = z.record(z.string(), Secret.extend({ address: z.string().regex(/^(https?|smtp):\/\/127\.0\.0\.1:\d+/) }))

/** A channel as it leads from here, and what it shows there. */
export type Placed<C extends Channel = Channel> = { readonly channel: C; readonly secret: ChannelSecret }

/** Where a channel leads from here; undefined where it leads nowhere. */
export type PlaceOf = <C extends Channel>(channel: C) => Placed<C> | undefined

/**
 * Where the channels lead: as the county pack says, with the secrets of `channels-secrets.json` of the data folder. A demonstration's
 * lead to the receivers on this machine that it plays (`receivers.json`, read anew, for they come and go) and nowhere else, whatever its
 * pack says. Throws where others may read them.
 */
export function openPlaces(folder: string, isDemo: boolean): PlaceOf {
  const secrets = readChannelSecrets(folder)
  if (!isDemo) return (channel) => ({ channel, secret: secrets.get(channel.id) ?? {} })
  return (channel) => {
    const place = Places.parse(JSON.parse(readSecretFile(folder, 'receivers.json') ?? '{}'))[channel.id]
    if (place === undefined) return undefined
    const { address, ...secret } = place
    return { channel: { ...channel, ...whereIs(channel, address) }, secret }
  }
}

function whereIs({ kind }: Channel, address: string) {
  const { hostname, port } = new URL(address)
  return kind === 'smtp' ? { host: hostname, port: Number(port), secure: false } : { url: address }
}
