import { systemClock } from '#platform/kernel/clock.ts'
import { loadCounty } from './county.ts'
import { assemble, type OpenOptions, type Platform, standOn } from './open-platform.ts'
import { openSecrets } from './secrets.ts'
import { joinServer } from './server.ts'

/** Joins a platform that runs, or opens it for the moment, for a command; changes neither schema nor county. */
export async function joinPlatform(options: OpenOptions): Promise<Platform> {
  const { config, scenarios, clock = systemClock } = options
  const pack = await loadCounty(config.county, scenarios)
  const server = await joinServer(config)
  try {
    const secrets = openSecrets(config.data)
    return await assemble({ options, pack, secrets, server, clock, ...standOn(server, secrets) })
  } catch (error) {
    await server.stop()
    throw error
  }
}
