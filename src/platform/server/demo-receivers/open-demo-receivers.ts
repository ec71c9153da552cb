import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Channels } from '#platform/server/county/index.ts'
import { replaceSecretFile } from '#platform/server/secrets/index.ts'

type Ports = { readonly http: number; readonly mail: number }

/**
 * Starts what stands at the end of a demonstration county's channels, and tells in the data folder where: a demonstration's notices go
 * there and nowhere else. They end with this process.
 */
export async function openDemoReceivers(channels: Channels, data: string): Promise<{ stop(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'receivers.process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const ports = await new Promise<Ports>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`the receivers ended with status ${status}`)))
    child.once('message', (told) => resolve(told as Ports))
  })
  const places = Object.fromEntries(channels.channels.map((channel) => [channel.id, placeOf(channel.kind, ports)]))
  replaceSecretFile(data, 'receivers.json', JSON.stringify(places))
  return {
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** Where a channel of a kind ends, and secrets for it, made anew at each start. */
function placeOf(kind: Channels['channels'][number]['kind'], { http, mail }: Ports) {
  const secret = randomBytes(24).toString('base64')
  if (kind === 'smtp') return { address: `smtp://127.0.0.1:${mail}` }
  const address = `http://127.0.0.1:${http}/${kind}`
  if (kind === 'webhook') return { address, secret: `whsec_${secret}` }
  return { address, secret: `SEC${secret}`, accessToken: secret, key: secret }
}
