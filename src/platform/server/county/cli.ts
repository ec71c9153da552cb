import type { Command } from 'commander'
import { tell } from '#platform/contract/refusal-registry.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { Database } from '#platform/server/database/index.ts'
import { applyPack, diffAgainst } from './apply-pack.ts'
import { describeChanges, describeProblems } from './describe.ts'
import type { PackChange } from './diff-pack.ts'
import { loadCountyPack } from './load-pack.ts'
import type { CountyPack } from './pack.ts'
import { refusals } from './refusals.ts'

/** What the commands of a county need of the platform; `close` is called when the command is done. */
export type CountySession = {
  readonly database: Database
  /** Every permission that the platform and its scenarios declare. */
  readonly permissions: ReadonlySet<string>
  readonly clock: Clock
  close(): Promise<void>
}

type Outcome =
  | { readonly changes: readonly PackChange[] }
  | { readonly refused: { readonly zh: string; readonly en: string } }

/** Adds `apply FOLDER` and `diff FOLDER`. Both end with status 1 where the pack has problems or is refused. */
export function registerCounty(program: Command, open: () => Promise<CountySession>): void {
  const add = (name: string, summary: string, work: Work, done: boolean) =>
    program
      .command(name)
      .argument('<folder>', '县域包 the county pack')
      .option('--json', '输出 JSON print JSON')
      .description(summary)
      .action(async (folder: string, { json }: { json?: boolean }) => {
        const session = await open()
        const outcome = await onPack(session, folder, work).finally(() => session.close())
        report(outcome, { json, done })
      })
  add('diff', '比较县域包与现状  Show what a county pack would change', look, false)
  add('apply', '应用县域包，可重复  Bring a county to agree with its pack; twice is once', apply, true)
}

type Work = (session: CountySession, pack: CountyPack) => Promise<Outcome>

async function look({ database }: CountySession, pack: CountyPack): Promise<Outcome> {
  return { changes: await diffAgainst(database, pack) }
}

async function apply({ database, clock }: CountySession, pack: CountyPack): Promise<Outcome> {
  const applied = await applyPack(database, pack, clock.now())
  if (applied.ok) return { changes: applied.value }
  const { code, facts } = applied.refusal
  const text = refusals[code as keyof typeof refusals]
  return { refused: { zh: tell(text.zh, facts), en: tell(text.en, facts, ', ') } }
}

async function onPack(session: CountySession, folder: string, work: Work) {
  const loaded = await loadCountyPack(folder, session.permissions)
  return 'problems' in loaded ? loaded : work(session, loaded.pack)
}

function report(outcome: Awaited<ReturnType<typeof onPack>>, how: { json: boolean | undefined; done: boolean }): void {
  const failed = !('changes' in outcome)
  if (failed) process.exitCode = 1
  if (how.json) console.log(JSON.stringify(outcome))
  else if ('problems' in outcome) console.error(describeProblems(outcome.problems))
  else if ('refused' in outcome) console.error(`${outcome.refused.zh}\n${outcome.refused.en}`)
  else console.log(describeChanges(outcome.changes, how.done))
}
