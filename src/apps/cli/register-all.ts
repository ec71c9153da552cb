import type { Command } from 'commander'
import { version } from '#platform/server/platform/index.ts'
import { registerBackup } from './backup.ts'
import { doctor } from './doctor.ts'
import { registerEngines } from './engine-commands.ts'
import { play } from './play.ts'
import { registerProcesses } from './processes.ts'
import { start } from './start.ts'

/** The commands that need the whole platform. */
export function registerAll(program: Command): void {
  program.version(version)
  program.command('start').description('启动平台  Start the platform').action(start)
  program
    .command('doctor')
    .description('检查平台，统计数量  Say what is wrong and how much of everything there is')
    .option('--json', '以 JSON 输出 print JSON')
    .action(doctor)
  program
    .command('play')
    .description(
      '把演示县演到完整规模（启动后自动进行）  Play the demonstration county to its full scale; start does it by itself',
    )
    .action(play)
  registerProcesses(program)
  registerBackup(program)
  registerEngines(program)
}
