import type { Command } from 'commander'
import { checkProofFile, verifyFiles } from './cli/offline.ts'
import { exportToFile, headToJson, type JournalSession, proveToJson, rebuildByName } from './cli/online.ts'
import { printReport, type Report } from './cli/report.ts'

export type { JournalSession } from './cli/online.ts'

type Options = { readonly json?: boolean }

/**
 * Adds `journal` with its commands. `open` is called by those that need the platform; `verify` and `check` need files alone.
 * Exit status: 0 done or proven, 1 refused or altered, 2 unusable input, 3 proven but for truncation.
 * @example `registerJournal(program, () => openPlatform())`
 */
export function registerJournal(program: Command, open: () => Promise<JournalSession>): void {
  const journal = program.command('journal').description('存证：导出、核验、证明  The record: export, verify, prove')
  const withSession = async (options: Options, run: (session: JournalSession) => Promise<Report>) => {
    const session = await open()
    await printReport(() => run(session), options.json ?? false).finally(() => session.close())
  }
  registerOnline(journal, withSession)
  registerOffline(journal)
}

function registerOnline(
  journal: Command,
  withSession: (options: Options, run: (session: JournalSession) => Promise<Report>) => Promise<void>,
): void {
  command(journal, 'export', '导出全部已封存的记录  Export every sealed entry')
    .requiredOption('--out <file>', '写入的文件（JSONL） file to write')
    .action((options: Options & { out: string }) =>
      withSession(options, (session) => exportToFile(session, options.out)),
    )
  command(journal, 'prove <entry>', '一条记录的存证证明，可离线核验  Prove one entry; checkable offline').action(
    (entry: string, options: Options) => withSession(options, (session) => proveToJson(session, entry)),
  )
  command(journal, 'head', '最新的签名存证头  The latest signed head').action((options: Options) =>
    withSession(options, headToJson),
  )
  command(journal, 'rebuild <projection>', '从记录重建一个投影  Rebuild a projection from the record').action(
    (projection: string, options: Options) => withSession(options, (session) => rebuildByName(session, projection)),
  )
}

function registerOffline(journal: Command): void {
  command(journal, 'verify <export>', '离线核验导出文件  Verify an export offline')
    .option('--head <file>', '另行取得的存证头，可重复 a head that came another way; repeatable', collect, [])
    .requiredOption('--public-key <file>', '公钥（PEM） public key')
    .action((exported: string, options: Options & { head: string[]; publicKey: string }) => {
      const files = { exported, heads: options.head, publicKey: options.publicKey }
      return printReport(() => verifyFiles(files), options.json ?? false)
    })
  command(journal, 'check <proof>', '离线核验一条记录的证明  Check the proof of one entry offline')
    .requiredOption('--public-key <file>', '公钥（PEM） public key')
    .action((proof: string, options: Options & { publicKey: string }) =>
      printReport(() => checkProofFile(proof, options.publicKey), options.json ?? false),
    )
}

function command(parent: Command, usage: string, description: string): Command {
  return parent.command(usage).description(description).option('--json', '以 JSON 输出 print JSON')
}

function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value]
}
