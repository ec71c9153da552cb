import type { Logger } from 'pino'
import type { Config } from '#platform/server/config/index.ts'
import { beginAtOnce } from '#platform/server/deliveries/index.ts'
import { openDemoReceivers } from '#platform/server/demo-receivers/index.ts'
import type { Platform } from '#platform/server/platform/index.ts'

/**
 * What stands at the end of a demonstration county's channels; a county of one's own reaches what its pack names. Without it a
 * demonstration's notices wait.
 */
export async function openReceivers(
  { pack, services }: Platform,
  { data }: Config,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const { channels } = services.rules()
  const { database, jurisdiction } = services
  const none = { stop: async () => undefined }
  if (!pack.county.demo || channels === undefined || channels.channels.length === 0) return none
  try {
    await database.asSystem(jurisdiction, (tx) => beginAtOnce(tx, jurisdiction))
    return await openDemoReceivers(channels, data)
  } catch (error) {
    log.error({ err: error }, 'the receivers of the demonstration did not start')
    return none
  }
}
