import { resolve } from 'node:path'
import type { Command } from 'commander'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { applyPack, diffAgainst, type PackChange } from '#platform/server/county/index.ts'
import { orRefuse } from '#platform/server/http/index.ts'
import { joinPlatform } from '#platform/server/platform/index.ts'

type Options = { readonly json?: boolean }

/** `xianqu diff` and `xianqu apply`: what a county pack would change, and changing it. */
export function registerCounty(program: Command): void {
  program
    .command('diff [folder]')
    .description('数据包与平台有何不同，不作改动  What a county pack would change; changes nothing')
    .option('--json', '以 JSON 输出 print JSON')
    .action((folder: string | undefined, options: Options) => run(folder, options, 'diff'))
  program
    .command('apply [folder]')
    .description('应用县区数据包  Apply a county pack')
    .option('--json', '以 JSON 输出 print JSON')
    .action((folder: string | undefined, options: Options) => run(folder, options, 'apply'))
}

async function run(folder: string | undefined, options: Options, verb: 'diff' | 'apply'): Promise<void> {
  const config = readConfig()
  const county = folder === undefined ? config.county : resolve(folder)
  const platform = await joinPlatform({ config: { ...config, county }, scenarios })
  try {
    const { database, pack, services } = platform
    const changes =
      verb === 'diff'
        ? await diffAgainst(database, pack)
        : orRefuse(await applyPack(database, pack, services.clock.now()))
    process.stdout.write(options.json ? `${JSON.stringify(changes, null, 2)}\n` : inWords(changes))
  } finally {
    await platform.close()
  }
}

function inWords(changes: readonly PackChange[]): string {
  const lines = changes.map(({ type, kind, id }) => `${marks[type] ?? '?'} ${kind} ${id}`)
  return `${[...lines, `共 ${changes.length} 处 ${changes.length} changes`].join('\n')}\n`
}

const marks: Readonly<Record<string, string>> = { added: '+', changed: '~', retired: '-' }
