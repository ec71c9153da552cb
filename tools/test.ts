import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCLI, startVitest } from 'vitest/node'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { untilToldToStop } from '#platform/server/process/index.ts'
import { buildPagesOnce } from './pages/build-pages-once.ts'
import { starters } from './starters.ts'
import { countResults, type Results } from './test/count-results.ts'
import { findChromium } from './test/find-chromium.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'xianqu-test-'))
const postgres = await startEmbedded({ folder, log: () => {}, durable: false, connections: 200 })
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))
untilToldToStop(starters()).then((reason) => finish(`stopped: ${reason}`, 130))

try {
  buildPagesOnce(say)
  process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
  process.env.XIANQU_TEST_CHROMIUM = await findChromium(say)
  const results = await runVitest(process.argv.slice(2))
  const { passed, failed, skipped, unsteady } = results
  for (const name of unsteady) say(`passed at the second attempt only, so mend it: ${name}`)
  await finish(`${passed} passed, ${failed} failed, ${skipped} skipped`, failed > 0 || passed === 0 ? 1 : 0)
} catch (error) {
  await finish(`${(error as Error).stack}\n0 passed, 1 failed, 0 skipped`, 1)
}

async function runVitest(args: string[]): Promise<Results> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const vitest = await startVitest('test', filter, { ...options, watch: false })
  const results = countResults(vitest.state.getTestModules(), vitest.state.getUnhandledErrors().length)
  await vitest.close()
  return results
}

async function finish(lastLine: string, status: number): Promise<never> {
  await postgres.stop()
  console.log(lastLine)
  process.exit(status)
}
