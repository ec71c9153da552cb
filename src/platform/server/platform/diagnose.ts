import { systemClock } from '#platform/kernel/clock.ts'
import type { Config } from '#platform/server/config/index.ts'
import { examine, type Finding } from '#platform/server/doctor/index.ts'
import type { Platform } from './assemble.ts'
import { readLags } from './lags.ts'
import { pendingMigrations } from './migrated.ts'

/** What is wrong with a platform and what to do about it. */
export async function diagnose(platform: Platform, { data }: Pick<Config, 'data'>): Promise<Finding[]> {
  const { services, scenarios, ownerUrl, pack } = platform
  const pending = await pendingMigrations(ownerUrl, scenarios)
  if (pending.length > 0) return [lacking(pending.length)]
  return examine({
    ...(await readLags(platform)),
    ...{ now: systemClock.now(), data, isDemo: pack.county.demo, ownerUrl, jurisdiction: services.jurisdiction },
    ...{ publishedYears: services.rules().calendar.publishedYears },
  })
}

/** The other checks would ask tables that are not there. */
function lacking(count: number): Finding {
  return {
    check: 'migrations',
    level: 'wrong',
    zh: `数据库缺少 ${count} 项结构变更，其他项目无从检查；请运行 xianqu prepare，或重启 xianqu start。`,
    en: `The database lacks ${count} migrations, so nothing else can be checked; run xianqu prepare, or restart xianqu start.`,
  }
}
