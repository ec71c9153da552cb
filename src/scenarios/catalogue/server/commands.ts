import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { tell } from '#platform/contract/refusal-registry.ts'
import { refusals } from '../refusals.ts'
import { analyseSheet, isTextFile } from './analyse.ts'

/**
 * Adds `catalogue analyse`: the same as the page, from a file and without a platform. Exit status: 0 done, 1 the file is no catalogue. The
 * answer is JSON on standard output; a refusal is its code and its sentence in both languages on standard error.
 */
export function addCommands(program: Command): void {
  program
    .command('catalogue')
    .description('事项目录  Catalogues of matters')
    .command('analyse <file>')
    .description(
      '分析事项目录（Excel 或 CSV）：要谁的材料，先打通哪几项  Which papers are others’, and which links free most',
    )
    .action(analyseFile)
}

async function analyseFile(file: string): Promise<void> {
  const name = basename(file)
  const analysed = await analyseSheet({ name, bytes: await readFile(file), isText: isTextFile(name) })
  if (analysed.ok) {
    process.stdout.write(`${JSON.stringify(analysed.value, undefined, 2)}\n`)
    return
  }
  const { code, facts } = analysed.refusal
  const { zh, en } = refusals[code as keyof typeof refusals]
  process.stderr.write(`${code}\n${tell(zh, facts)}\n${tell(en, facts, ', ')}\n`)
  process.exitCode = 1
}
