import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, meterFor } from './harness.ts'

const names = globSync('*.bench.ts', { cwd: import.meta.dirname })
  .map((file) => file.replace('.bench.ts', ''))
  .sort()
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = wanted.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`没有这项测量 / no such benchmark: ${unknown.join(', ')}. 可选 / there are: ${names.join(', ')}`)
  process.exitCode = 1
} else {
  for (const name of wanted.length > 0 ? wanted : names) await run(name)
}
process.exit()

/** A benchmark that breaks is told and counted; the others still run. */
async function run(name: string): Promise<void> {
  try {
    const { bench } = (await import(join(import.meta.dirname, `${name}.bench.ts`))) as { bench: Bench }
    await bench.run(meterFor(bench.name))
  } catch (error) {
    console.error(`${name}: ${(error as Error).stack}`)
    process.exitCode = 1
  }
}
