import type { Command } from 'commander'
import { tell } from '#platform/contract/refusal-registry.ts'
import { refusals } from '../refusals.ts'
import { importCatalogue } from './import-catalogue.ts'

/**
 * Adds `data import`: datasets of a catalogue, as the province's system or another county exports it, become a file of a county pack. Exit
 * status: 0 written, 1 refused; then nothing is written, and standard error has the code and the sentence in both languages.
 */
export function addCommands(program: Command): void {
  program
    .command('data')
    .description('公共数据  Public data')
    .command('import <file>')
    .requiredOption('--pack <folder>', '县域包 the county pack')
    .option('--name <name>', '写入 datasets/<name>.yaml the file that is written', 'imported')
    .description('把数据目录（Excel 或 JSON）写进县域包  Take a catalogue over into a county pack')
    .action(async (file: string, { pack, name }: { pack: string; name: string }) => {
      const imported = await importCatalogue({ file, pack, name })
      if (imported.ok) {
        const { datasets, path } = imported.value
        process.stdout.write(`${datasets} 个数据集已写入 ${path}，用 xianqu apply 生效\n`)
        process.stdout.write(`${datasets} datasets written to ${path}; apply the pack to have them in force\n`)
        return
      }
      const { code, facts } = imported.refusal
      const { zh, en } = refusals[code as keyof typeof refusals]
      process.stderr.write(`${code}\n${tell(zh, facts)}\n${tell(en, facts, ', ')}\n`)
      process.exitCode = 1
    })
}
