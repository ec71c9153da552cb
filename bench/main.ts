import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, meterFor } from './harness.ts'

const names = globSync('*.bench.ts', { cwd: import.meta.dirname })
  .map((file) => file.replace('.bench.ts', ''))
  .sort()
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = asked.filter((name) => !names.includes(name))
const wanted = asked.length > 0 ? asked : names

if (flags.includes('--help')) {
  console.error(`npm run bench -- [NAME …] [--small]\n可选 / there are: ${names.join(', ')}`)
} else if (unknown.length > 0) {
  console.error(`没有这项测量 / no such benchmark: ${unknown.join(', ')}. 可选 / there are: ${names.join(', ')}`)
  process.exitCode = 1
} else if (wanted.length === 1) {
  await run(wanted[0] as string)
} else {
  for (const name of wanted) runApart(name)
}
process.exit()

/** A process for each, so that none finds what another left behind; one that breaks is counted, and the others still run. */
function runApart(name: string): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name, ...flags], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

async function run(name: string): Promise<void> {
  try {
    const { bench } = (await import(join(import.meta.dirname, `${name}.bench.ts`))) as { bench: Bench }
    await bench.run(meterFor(bench.name))
  } catch (error) {
    console.error(`${name}: ${(error as Error).stack}`)
    process.exitCode = 1
  }
}
