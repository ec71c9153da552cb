import type { Command } from 'commander'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { type Halves, joinPlatform, openPlatform, run } from '#platform/server/platform/index.ts'
import { untilToldToStop } from '#platform/server/process/index.ts'
import { openLogFile } from './log-file.ts'

/** `xianqu prepare`, `serve` and `worker`: the platform as processes of its own, as many of each as are wanted. */
export function registerProcesses(program: Command): void {
  program
    .command('prepare')
    .description(
      '准备数据库：角色、数据表、县区数据；首次及升级后运行一次  Make the database ready: once at first and after an upgrade',
    )
    .action(prepare)
  program
    .command('serve')
    .description('只提供网页和接口，可运行多个  Serve pages and API only; any number may run')
    .action(() => runHalf({ serves: true, works: false }, 'serve'))
  program
    .command('worker')
    .description(
      '只做后台工作：存证、推演、到期、对外通知，可运行多个  Do the background work only; any number may run',
    )
    .action(() => runHalf({ serves: false, works: true }, 'worker'))
}

async function prepare(): Promise<void> {
  const platform = await openPlatform({ config: readConfig(), scenarios })
  await platform.close()
  say('数据库已就绪。  The database is ready.')
}

async function runHalf(halves: Halves, name: string): Promise<void> {
  const config = readConfig()
  const stopped = untilToldToStop(config.starters)
  const platform = await joinPlatform({ config, scenarios, mustRun: true })
  try {
    const running = await run(platform, config, openLogFile(config, `xianqu-${name}-${process.pid}.log`), halves)
    if (running.metrics) say(`指标 Figures: ${running.metrics}`)
    say(running.url === undefined ? 'Xianqu is working' : `Xianqu is ready: ${running.url}`)
    await stopped
    say('正在停止 … Stopping')
    await running.stop()
  } finally {
    await platform.close()
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
