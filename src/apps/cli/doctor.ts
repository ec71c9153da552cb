import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { countAll, healthOf, joinPlatform, version } from '#platform/server/platform/index.ts'

/** `xianqu doctor`: the state of the platform and its figures; status 1 where something is wrong. */
export async function doctor(options: { readonly json?: boolean }): Promise<void> {
  const config = readConfig()
  const platform = await joinPlatform({ config, scenarios })
  try {
    const health = await healthOf(platform)
    const counts = await countAll(platform)
    const report = {
      ...health,
      version,
      node: process.version,
      data: config.data,
      county: { id: platform.pack.county.id, name: platform.pack.county.name, demo: platform.pack.county.demo },
      calendar: platform.services.rules().calendar.version,
      counts,
    }
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
    if (health.status !== 'ok') process.exitCode = 1
  } finally {
    await platform.close()
  }
}

function inWords(report: {
  readonly status: string
  readonly version: string
  readonly counts: Readonly<Record<string, number>>
}): string {
  const figures = Object.entries(report.counts).map(([name, count]) => `  ${name.padEnd(16)} ${count}`)
  return [`状态 status: ${report.status}`, `版本 version: ${report.version}`, '数量 counts:', ...figures, ''].join('\n')
}
