import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, orRefuse, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { readSheet } from '#platform/server/sheets/index.ts'
import type { Analysis } from '../contract.ts'
import { type CatalogueMatter, linksOf, needOf, readCatalogue } from '../domain/catalogue.ts'
import { linkProblem } from '../domain/link-problem.ts'
import { plansOf } from './solve-plan.ts'

const example = new URL('../fixtures/matters-465.csv', import.meta.url)
const budgets = [1, 2, 3, 5, 8, 10, 15, 20, 30]

/** Analyses an uploaded catalogue, or the one that comes with the platform. Writes nothing. */
export async function analyse(services: Services, call: CallContext['call'], file: string): Promise<Analysis> {
  return orRefuse(await analyseSheet(file === 'example' ? await ofExample() : await ofUpload(services, call, file)))
}

/** A spreadsheet as it was brought; `isText` where it is CSV. */
export type CatalogueFile = { readonly name: string; readonly bytes: Buffer; readonly isText: boolean }

/** Analyses the sheet of a catalogue. Refuses: `catalogue.file.unreadable`, `catalogue.columns.missing`, `catalogue.row.wrong`. */
export async function analyseSheet({ name, bytes, isText }: CatalogueFile): Promise<Result<Analysis>> {
  const reading = await readSheet(bytes, { text: isText })
  if (reading.kind !== 'sheet') return refuse('catalogue.file.unreadable', { file: name })
  const matters = readCatalogue(reading.sheet.rows)
  return matters.ok ? ok(await analysisOf(name, matters.value)) : matters
}

/** Whether a file is CSV by its name. */
export function isTextFile(name: string): boolean {
  return /\.(csv|txt)$/i.test(name)
}

async function ofExample() {
  return { name: '示例目录：465 个事项', bytes: await readFile(example), isText: true }
}

async function ofUpload(services: Services, call: CallContext['call'], file: string) {
  const [row] = await call.read((tx) => listFiles(tx, call.actor.jurisdiction, [file]))
  if (row === undefined || row.uploaded_by !== call.actor.person) refused('record.unknown')
  return { name: row.name, bytes: await buffer(services.files.read(row.digest)), isText: isTextFile(row.name) }
}

async function analysisOf(name: string, matters: readonly CatalogueMatter[]): Promise<Analysis> {
  const problem = linkProblem(matters)
  const wanted = budgets.filter((most, index) => index === 0 || most <= problem.links.length)
  const plans = problem.links.length === 0 ? [] : await plansOf({ problem, budgets: wanted })
  const count = (need: string) => matters.filter((matter) => needOf(matter) === need)
  const cases = (some: readonly CatalogueMatter[]) => some.reduce((sum, one) => sum + one.cases, 0)
  const unclear = count('unclear')
  return {
    ...{ name, matters: matters.length, alone: count('alone').length, others: count('others').length },
    ...{ unclear: unclear.length, cases: cases(matters), casesNeedingOthers: cases(count('others')) },
    links: problem.links.map((link) => {
      const waiting = matters.filter((matter) =>
        linksOf(matter).some((one) => one.holder === link.holder && one.name === link.name),
      )
      return { ...link, matters: waiting.length, cases: cases(waiting) }
    }),
    plans: plans.map(({ most, best, greedy }) => ({
      ...{ most, links: [...best.links], matters: best.matters, cases: best.cases, isProved: best.isProved },
      greedyCases: greedy.cases,
    })),
    unclearMatters: unclear.map(({ code, name: matter, authority }) => ({ code, name: matter, authority })),
  }
}
