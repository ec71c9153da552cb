import { scenarios } from '#apps/server/registry.generated.ts'
import { systemClock } from '#platform/kernel/clock.ts'
import { type Config, readConfig } from '#platform/server/config/index.ts'
import { examineWithout, type Finding, unreachable } from '#platform/server/doctor/index.ts'
import { countAll, diagnose, healthOf, joinPlatform, version } from '#platform/server/platform/index.ts'

/** `xianqu doctor`: what is wrong and what to do about it, then the figures; status 1 where something is wrong. */
export async function doctor(options: { readonly json?: boolean }): Promise<void> {
  const config = readConfig()
  const report = await examine(config).catch((error: unknown) => withoutDatabase(config, error))
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
  if (report.status === 'wrong') process.exitCode = 1
}

async function examine(config: Config) {
  const platform = await joinPlatform({ config, scenarios })
  try {
    const health = await healthOf(platform)
    const findings = await diagnose(platform, config)
    const isWrong = health.status !== 'ok' || findings.some(({ level }) => level === 'wrong')
    return {
      ...health,
      status: isWrong ? 'wrong' : 'ok',
      version,
      node: process.version,
      data: config.data,
      county: { id: platform.pack.county.id, name: platform.pack.county.name, demo: platform.pack.county.demo },
      calendar: platform.services.rules().calendar.version,
      findings,
      counts: await countAll(platform),
    }
  } finally {
    await platform.close()
  }
}

/** What can be told where the database cannot be asked; any other error is one, and is thrown on. */
async function withoutDatabase({ data }: Config, error: unknown) {
  const database = unreachable(error)
  if (database === undefined) throw error
  const machine = await examineWithout({ data, now: systemClock.now(), isDemo: false })
  const findings = [database, ...machine]
  return { status: 'wrong', version, database: 'unreachable', node: process.version, data, findings, counts: {} }
}

const marks: Readonly<Record<Finding['level'], string>> = {
  ok: '正常 ok',
  attention: '留意 attention',
  wrong: '故障 wrong',
}

function inWords(report: {
  readonly status: string
  readonly version: string
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<string, number>>
}): string {
  const findings = report.findings.flatMap(({ check, level, zh, en }) => [
    `[${marks[level]}] ${check}: ${zh}`,
    `    ${en}`,
  ])
  const figures = Object.entries(report.counts).map(([name, count]) => `  ${name.padEnd(16)} ${count}`)
  const heading = [`状态 status: ${report.status}`, `版本 version: ${report.version}`]
  return [...heading, ...findings, '数量 counts:', ...figures, ''].join('\n')
}
