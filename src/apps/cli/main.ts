import { Command } from 'commander'
import { registerRules } from '#platform/server/rules/cli.ts'

const program = new Command('xianqu')
  .description('县区：县域数字政府平台  Xianqu: the platform on which a county runs its digital government')
  .showHelpAfterError()

registerRules(program)
// Rules are evaluated for outside cases one by one, and need neither the platform nor the seconds that its modules take to load.
if (process.argv[2] !== 'rules') (await import('./register-all.ts')).registerAll(program)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
