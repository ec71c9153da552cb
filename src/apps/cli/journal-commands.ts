import type { Command } from 'commander'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { registerJournal } from '#platform/server/journal/cli.ts'
import { joinPlatform } from '#platform/server/platform/index.ts'

/** `xianqu journal …` on the platform of this data folder. */
export function registerJournalCommands(program: Command): void {
  registerJournal(program, async () => {
    const { services, signer, close } = await joinPlatform({ config: readConfig(), scenarios })
    const projections = scenarios.flatMap((scenario) => scenario.projections ?? [])
    return { ...services, publicKey: signer.publicKey, projections, close }
  })
}
