import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, orRefuse, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { readSheet } from '#platform/server/sheets/index.ts'
import type { Analysis, Plans } from '../contract.ts'
import { type CatalogueMatter, linksOf, needOf, readCatalogue } from '../domain/catalogue.ts'
import { linkProblem } from '../domain/link-problem.ts'
import { plansOf } from './solve-plan.ts'

const example = new URL('../fixtures/matters-465.csv', import.meta.url)
const budgets = [1, 2, 3, 5, 8, 10, 15, 20, 30]
const mostKept = 20

/** Analyses an uploaded catalogue, or the one that comes with the platform. Writes nothing. */
export async function analyse(services: Services, call: CallContext['call'], file: string): Promise<Analysis> {
  const brought = await fileOf(services, call, file)
  return analysisOf(brought.name, orRefuse(await readMatters(brought)))
}

/** The plans of a catalogue, and of the last catalogues without solving them again. */
export function planner(): (services: Services, call: CallContext['call'], file: string) => Promise<Plans> {
  const kept = new Map<string, Promise<Plans>>()
  return async (services, call, file) => {
    const brought = await fileOf(services, call, file)
    const matters = orRefuse(await readMatters(brought))
    const digest = createHash('sha256').update(brought.bytes).digest('hex')
    const plans = kept.get(digest) ?? plansFor(matters)
    kept.delete(digest)
    kept.set(digest, plans)
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
    plans.catch(() => kept.delete(digest))
    return plans
  }
}

/** A spreadsheet as it was brought; `isText` where it is CSV. */
export type CatalogueFile = { readonly name: string; readonly bytes: Buffer; readonly isText: boolean }

/**
 * Analyses the sheet of a catalogue, with its plans. Refuses: `catalogue.file.unreadable`, `catalogue.columns.missing`,
 * `catalogue.row.wrong`.
 */
export async function analyseSheet(file: CatalogueFile): Promise<Result<Analysis & Plans>> {
  const matters = await readMatters(file)
  return matters.ok ? ok({ ...analysisOf(file.name, matters.value), ...(await plansFor(matters.value)) }) : matters
}

async function readMatters({ name, bytes, isText }: CatalogueFile): Promise<Result<readonly CatalogueMatter[]>> {
  const reading = await readSheet(bytes, { text: isText })
  if (reading.kind !== 'sheet') return refuse('catalogue.file.unreadable', { file: name })
  return readCatalogue(reading.sheet.rows)
}

/** The example as a file; the mark at its beginning lets spreadsheet programs read its Chinese. */
export async function exampleFile(): Promise<File> {
  return new File(['\ufeff', Uint8Array.from(await readFile(example))], '事项目录示例.csv', { type: 'text/csv' })
}

/** Whether a file is CSV by its name. */
export function isTextFile(name: string): boolean {
  return /\.(csv|txt)$/i.test(name)
}

function fileOf(services: Services, call: CallContext['call'], file: string): Promise<CatalogueFile> {
  return file === 'example' ? ofExample() : ofUpload(services, call, file)
}

async function ofExample() {
  return { name: '示例目录：465 个事项', bytes: await readFile(example), isText: true }
}

async function ofUpload(services: Services, call: CallContext['call'], file: string) {
  const [row] = await call.read((tx) => listFiles(tx, call.actor.jurisdiction, [file]))
  if (row === undefined || row.uploaded_by !== call.actor.person) refused('record.unknown')
  return { name: row.name, bytes: await buffer(services.files.read(row.digest)), isText: isTextFile(row.name) }
}

async function plansFor(matters: readonly CatalogueMatter[]): Promise<Plans> {
  const problem = linkProblem(matters)
  const wanted = budgets.filter((most, index) => index === 0 || most <= problem.links.length)
  const plans = problem.links.length === 0 ? [] : await plansOf({ problem, budgets: wanted })
  return {
    plans: plans.map(({ most, best, greedy }) => ({
      ...{ most, links: [...best.links], matters: best.matters, cases: best.cases, isProved: best.isProved },
      greedyCases: greedy.cases,
    })),
  }
}

function analysisOf(name: string, matters: readonly CatalogueMatter[]): Analysis {
  const count = (need: string) => matters.filter((matter) => needOf(matter) === need)
  const cases = (some: readonly CatalogueMatter[]) => some.reduce((sum, one) => sum + one.cases, 0)
  const unclear = count('unclear')
  return {
    ...{ name, matters: matters.length, alone: count('alone').length, others: count('others').length },
    ...{ unclear: unclear.length, cases: cases(matters), casesNeedingOthers: cases(count('others')) },
    links: linkProblem(matters).links.map((link) => {
      const waiting = matters.filter((matter) =>
        linksOf(matter).some((one) => one.holder === link.holder && one.name === link.name),
      )
      return { ...link, matters: waiting.length, cases: cases(waiting) }
    }),
    unclearMatters: unclear.map(({ code, name: matter, authority }) => ({ code, name: matter, authority })),
  }
}
