import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { CountyPack } from '#platform/server/county/index.ts'
import { startBeside } from '#platform/server/process/index.ts'
import type { ProviderSettings } from '#platform/server/single-sign-on/index.ts'
import { peopleOf } from './people.ts'
import type { DemoIdentityTask } from './person.ts'

/**
 * Starts a provider of real names for a demonstration county, in a process of its own: whoever comes there says which of the county's
 * invented people they are, and consents or does not. It ends with this process.
 */
export async function openDemoIdentity(
  pack: CountyPack,
): Promise<{ readonly settings: Extract<ProviderSettings, { readonly kind: 'oidc' }>; stop(): Promise<void> }> {
  const clientSecret = randomBytes(24).toString('base64url')
  const task: DemoIdentityTask = { people: peopleOf(pack), clientSecret, county: pack.county.name }
  const file = join(import.meta.dirname, 'identity.process.ts')
  const { ready, stop } = await startBeside<{ readonly port: number }>(file, { task })
  return {
    settings: {
      ...{ id: 'demo-identity', kind: 'oidc', door: 'residents', scope: 'openid profile' },
      ...{ name: '统一身份认证（演示）', english: 'the demonstration’s real-name platform' },
      ...{ issuer: `http://127.0.0.1:${ready.port}`, clientId: 'xianqu', clientSecret },
      claims: { name: 'name', number: 'identity_number' },
    },
    stop,
  }
}
