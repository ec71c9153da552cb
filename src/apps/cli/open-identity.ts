import type { Logger } from 'pino'
import { openDemoIdentity } from '#platform/server/demo-identity/index.ts'
import type { Platform } from '#platform/server/platform/index.ts'

/** The platform of real names of a demonstration county; residents of one without it come by phone, as everywhere. */
export async function openIdentity({ pack, singleSignOn }: Platform, log: Logger): Promise<{ stop(): Promise<void> }> {
  const none = { stop: async () => undefined }
  if (!pack.county.demo) return none
  try {
    const { settings, stop } = await openDemoIdentity(pack)
    singleSignOn.addDemo(settings)
    return { stop }
  } catch (error) {
    log.error({ err: error }, 'the demonstration’s provider of identities did not start')
    return none
  }
}
