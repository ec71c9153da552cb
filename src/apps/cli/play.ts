import { setPriority } from 'node:os'
import { join } from 'node:path'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { joinPlatform, playCounty } from '#platform/server/platform/index.ts'
import { untilToldToStop } from '#platform/server/process/index.ts'

const lowest = 19

/** `xianqu play`: plays a demonstration county to its full scale, behind everything else that the machine does. `start` runs it. */
export async function play(): Promise<void> {
  setPriority(lowest)
  const began = performance.now()
  const config = readConfig()
  const stopped = untilToldToStop(config.starters)
  const platform = await joinPlatform({ config, scenarios })
  try {
    const most = typeof config.demo === 'number' ? config.demo : undefined
    const tell = ({ played, of }: { readonly played: number; readonly of: number }) =>
      process.stdout.write(`${seconds(performance.now() - began)}  ${played} / ${of}\n`)
    await Promise.race([stopped, playCounty(platform, { folder: join(config.county, 'demo'), most, tell })])
    const { user, system } = process.cpuUsage()
    process.stdout.write(`CPU ${seconds((user + system) / 1000)}\n`)
  } finally {
    await platform.close()
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`
}
