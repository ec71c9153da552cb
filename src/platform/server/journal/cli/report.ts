import { tell } from '#platform/contract/refusal-registry.ts'
import type { Refusal } from '#platform/kernel/refusal.ts'
import { refusals } from '../refusals.ts'
import type { Sentence } from '../verify/index.ts'

/** How a command ended: what a person reads, what a program reads, and the exit status. */
export type Report = { readonly status: ExitStatus; readonly sentences: readonly Sentence[]; readonly json: unknown }

/** 0 done or proven; 1 refused or altered; 2 what was given cannot be used; 3 proven but for truncation. */
export type ExitStatus = 0 | 1 | 2 | 3

export function refusedReport({ code, facts }: Refusal): Report {
  const text = (refusals as Readonly<Record<string, Sentence>>)[code] ?? { zh: code, en: code }
  return { status: 1, sentences: [{ zh: tell(text.zh, facts), en: tell(text.en, facts, ', ') }], json: { code, facts } }
}

/** Something that the caller gave cannot be used: told with the reason, without a stack. */
export class Unusable extends Error {
  readonly sentence: Sentence
  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/** Runs a command and prints its report; sets the exit status. */
export async function printReport(run: () => Promise<Report>, asJson: boolean): Promise<void> {
  const report = await run().catch(reportOfError)
  if (asJson) console.log(JSON.stringify(report.json))
  else for (const { zh, en } of report.sentences) console.log(zh === en ? zh : `${zh}\n  ${en}`)
  process.exitCode = report.status
}

function reportOfError(error: unknown): Report {
  if (!(error instanceof Unusable)) throw error
  return { status: 2, sentences: [error.sentence], json: { error: error.message } }
}
