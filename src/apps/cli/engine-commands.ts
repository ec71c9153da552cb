import type { Command } from 'commander'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { registerCounty } from '#platform/server/county/cli.ts'
import { registerCredentials } from '#platform/server/credentials/cli.ts'
import { registerIdentity } from '#platform/server/identity/cli.ts'
import { registerJournal } from '#platform/server/journal/cli.ts'
import { registerPersonalKeys } from '#platform/server/personal-data/cli.ts'
import { joinPlatform, knownPermissions, projectionsOf } from '#platform/server/platform/index.ts'

/** The commands that the engines bring, on the platform of this data folder. */
export function registerEngines(program: Command): void {
  const join = () => joinPlatform({ config: readConfig(), scenarios })
  registerCounty(program, async () => {
    const { services, close } = await join()
    return { ...services, permissions: knownPermissions(scenarios), close }
  })
  registerCredentials(program, async () => {
    const { services, close } = await join()
    return { ...services, close }
  })
  registerIdentity(program, async () => {
    const { services, door, close } = await join()
    return { ...services, signIn: door, close }
  })
  registerPersonalKeys(program, () => readConfig().data)
  for (const { commands } of scenarios) commands?.(program)
  registerJournal(program, async () => {
    const { services, signer, close } = await join()
    return { ...services, publicKey: signer.publicKey, projections: projectionsOf(scenarios), close }
  })
}
