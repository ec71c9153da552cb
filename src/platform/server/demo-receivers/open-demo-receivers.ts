import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Channels } from '#platform/server/county/index.ts'
import { startBeside } from '#platform/server/process/index.ts'
import { replaceSecretFile } from '#platform/server/secrets/index.ts'

/** Where the receivers listen. */
export type Ports = { readonly http: number; readonly mail: number }

/**
 * Starts what stands at the end of a demonstration county's channels, and tells in the data folder where: a demonstration's notices go
 * there and nowhere else. They end with this process.
 */
export async function openDemoReceivers(channels: Channels, data: string): Promise<{ stop(): Promise<void> }> {
  const { ready, stop } = await startBeside<Ports>(join(import.meta.dirname, 'receivers.process.ts'))
  const places = Object.fromEntries(channels.channels.map((channel) => [channel.id, placeOf(channel.kind, ready)]))
  replaceSecretFile(data, 'receivers.json', JSON.stringify(places))
  return { stop }
}

/** Where a channel of a kind ends, and secrets for it, made anew at each start. */
function placeOf(kind: Channels['channels'][number]['kind'], { http, mail }: Ports) {
  const secret = randomBytes(24).toString('base64')
  if (kind === 'smtp') return { address: `smtp://127.0.0.1:${mail}` }
  const address = `http://127.0.0.1:${http}/${kind}`
  if (kind === 'webhook') return { address, secret: `whsec_${secret}` }
  return { address, secret: `SEC${secret}`, accessToken: secret, key: secret }
}
