import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { readModelFile } from '../read-files.ts'
import { readKitSuite } from './kit-suite.ts'
import { runSuite, type SuiteReport } from './run-suite.ts'

/** A file of cases with how it went, or why it could not be run. */
type FileReport = SuiteReport & { readonly file: string; readonly unusable?: string }

/** The kit, run: each file of cases, and the sums. */
export type KitReport = {
  readonly cases: number
  readonly passed: number
  readonly results: number
  readonly deviations: number
  readonly unusable: number
  readonly files: readonly FileReport[]
}

/**
 * Runs every file of cases below a folder of the public conformance kit of DMN: `NAME-test-01.xml` with the model beside it.
 * Refusals: `rules.file.unreadable`, `rules.file.shape` where there is no such file.
 */
export async function runKitFolder(folder: string): Promise<Result<KitReport>> {
  const suites = await suitesBelow(folder)
  if (suites.length === 0) return refuse('rules.file.shape', { file: folder, expected: 'NAME-test-01.xml' })
  const files: FileReport[] = []
  for (const suite of suites)
    files.push({ file: relative(folder, suite) || basename(suite), ...(await runFile(suite)) })
  const sum = (of: (one: FileReport) => number) => files.reduce((total, one) => total + of(one), 0)
  return ok({
    cases: sum(({ cases }) => cases),
    passed: sum(({ passed }) => passed),
    results: sum(({ results }) => results),
    deviations: sum(({ deviations }) => deviations.length),
    unusable: files.filter(({ unusable }) => unusable).length,
    files,
  })
}

async function suitesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((one) => one.isFile() && /-test(-\d+)?\.xml$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort()
}

async function runFile(file: string): Promise<SuiteReport & { unusable?: string }> {
  const suite = readKitSuite(await readFile(file, 'utf8'), file)
  if (!suite.ok) return unusable(suite.refusal.code)
  const found = await modelBeside(file, suite.value.model)
  const cases = suite.value.cases.length
  if (found === undefined) return unusable('rules.file.unreadable', cases)
  const model = await readModelFile(found)
  return model.ok ? runSuite(model.value, suite.value) : unusable(model.refusal.code, cases)
}

function unusable(code: string, cases = 0): SuiteReport & { unusable: string } {
  return { cases, passed: 0, results: 0, deviations: [], unusable: code }
}

/** The model that the cases name or, since early ones name the drawing, the one called as their file is, or the only one there. */
async function modelBeside(file: string, named: string): Promise<string | undefined> {
  const folder = join(file, '..')
  const there = (await readdir(folder)).filter((name) => name.endsWith('.dmn'))
  const called = `${basename(file).replace(/-test(-\d+)?\.xml$/, '')}.dmn`
  const name = [named, called].find((one) => there.includes(one)) ?? (there.length === 1 ? there[0] : undefined)
  return name === undefined ? undefined : join(folder, name)
}
