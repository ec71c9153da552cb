import { resolve } from 'node:path'
import type { Command } from 'commander'
import { scenarios } from '#apps/server/registry.generated.ts'
import { readConfig } from '#platform/server/config/index.ts'
import { tellVerdict } from '#platform/server/journal/index.ts'
import { backUp, restoreTo } from '#platform/server/platform/index.ts'

/** `xianqu backup` and `xianqu restore`. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description(
      '备份：数据库、上传文件和密钥，平台照常运行  Back up the database, uploads and keys while the platform runs',
    )
    .requiredOption(
      '--out <file>',
      '写入的文件，请像数据文件夹一样保管 file to write; keep it as safe as the data folder',
    )
    .action(async ({ out }: { out: string }) => {
      const { tables, files, bytes } = await backUp(readConfig(), resolve(out))
      say(`已备份到 ${out}：${tables} 张表、${files} 个文件，${bytes} 字节。`)
      say(`  Backed up to ${out}: ${tables} tables, ${files} files, ${bytes} bytes.`)
    })
  program
    .command('restore <file>')
    .description('恢复到新的数据文件夹（XIANQU_DATA）并核验记录  Restore into a new data folder and verify the record')
    .action(async (file: string) => {
      const { heading, verdicts } = await restoreTo(readConfig(), scenarios, resolve(file))
      say(`已恢复 ${heading.at} 的备份。  Restored the backup of ${heading.at}.`)
      for (const { zh, en } of verdicts.flatMap(tellVerdict)) say(`${zh}\n  ${en}`)
      if (verdicts.some(({ verdict }) => verdict !== 'proven')) process.exitCode = 1
    })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
