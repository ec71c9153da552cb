import { join } from 'node:path'
import { scenarios } from '#apps/server/registry.generated.ts'
import { type Config, readConfig } from '#platform/server/config/index.ts'
import { maskOf } from '#platform/server/log/index.ts'
import { openPlatform, type Platform, playDemo, run } from '#platform/server/platform/index.ts'
import { ToldToStop, unlessStopped, untilToldToStop } from '#platform/server/process/index.ts'
import { openLogFile } from './log-file.ts'
import { openDepartments } from './open-departments.ts'
import { openIdentity } from './open-identity.ts'
import { openReceivers } from './open-receivers.ts'
import { playBehind } from './play-behind.ts'

const graceMilliseconds = 1000

/** `xianqu start`: everything that is needed, then one address, until told to stop; also while it is still starting. */
export async function start(): Promise<void> {
  try {
    await startAndServe()
  } catch (error) {
    if (!(error instanceof ToldToStop)) throw error
    say('启动已取消。 Stopped before it was ready.')
    setTimeout(() => process.exit(), graceMilliseconds).unref() // work on somebody's own PostgreSQL may still be under way
  }
}

async function startAndServe(): Promise<void> {
  const began = Date.now()
  const config = readConfig()
  const stopped = untilToldToStop(config.starters)
  const tell = (zh: string, en: string) => say(`${seconds(began)}  ${zh} … ${en}`)
  const log = openLogFile(config, 'xianqu.log')
  const platform = await openPlatform({
    config,
    scenarios,
    tell,
    stopped,
    log: (line) => log.info({ from: 'postgresql' }, maskOf(line)),
  })
  const outside = Promise.all([
    openDepartments(platform, config, log),
    openReceivers(platform, config, log),
    openIdentity(platform, log),
  ])
  try {
    await unlessStopped(stopped, async () => {
      await outside
      await openDemo(platform, config, tell)
    })
    const running = await run(platform, config, log, { serves: true, works: true })
    if (running.metrics) say(`指标 Figures: ${running.metrics}`)
    say(`Xianqu is ready: ${running.url}`)
    const playing = await playBehind(platform, config, log)
    await stopped
    say('正在停止 … Stopping')
    await playing.stop()
    await running.stop()
  } finally {
    for (const one of await outside) await one.stop()
    await platform.close()
  }
}

/** In a demonstration county: its accounts, printed, and its scenes, played once. A county of one's own has neither. */
async function openDemo(
  platform: Platform,
  { data, county }: Config,
  tell: (zh: string, en: string) => void,
): Promise<void> {
  const { pack, door } = platform
  if (!pack.county.demo) return
  tell('正在准备演示数据', 'Preparing the demonstration')
  const [accounts] = await Promise.all([
    door.openDemoAccounts(pack.accounts, join(data, 'demo-accounts.json')),
    playDemo(platform, join(county, 'demo'), tell),
  ])
  say('\n演示账号（人员均为虚构）  Demonstration accounts (everybody is invented)')
  for (const { login, password, name, role, english } of accounts)
    say(`  ${login.padEnd(14)} ${(password ?? '（已自行修改 changed）').padEnd(16)} ${name}  ${role} ${english}`)
  say('')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1).padStart(5)} s`
}
