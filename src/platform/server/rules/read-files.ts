import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CompiledModel } from './domain/evaluate/compile-model.ts'
import type { Facts } from './domain/evaluate/facts.ts'
import type { Library } from './domain/model/read-model.ts'
import { openModel } from './domain/open-model.ts'
import type { PastCase } from './domain/try-out.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件 no such file',
  EACCES: '没有权限 not permitted',
  EISDIR: '是一个文件夹 it is a folder',
}

/** A model from a file; what it imports is looked for in the other models of its folder, and where the import says. */
export async function readModelFile(file: string): Promise<Result<CompiledModel>> {
  const text = await readText(file)
  if (!text.ok) return text
  const imports = file !== '-' && /<([\w.-]+:)?import\s/.test(text.value)
  return openModel(text.value, imports ? await modelsBeside(file, text.value) : [])
}

async function modelsBeside(file: string, text: string): Promise<Library> {
  const folder = dirname(file)
  const below = [...text.matchAll(/locationURI="(?:\.\/)?([\w-]+\/[^".]+\.dmn)"/g)].map(([, name = '']) => name)
  const beside = (await readdir(folder)).filter((name) => name.endsWith('.dmn') && name !== basename(file))
  const read = [...beside, ...below].map(async (name) => ({
    file: name,
    text: await readFile(join(folder, name), 'utf8').catch(() => ''),
  }))
  return Promise.all(read)
}

/** The facts of a case: an object by the names of the model's inputs. */
export async function readFacts(file: string): Promise<Result<Facts>> {
  const json = await readJson(file)
  if (!json.ok) return json
  return isFacts(json.value)
    ? ok(json.value)
    : shape(file, '一个 JSON 对象（输入名 → 值）', 'one JSON object (input name → value)')
}

/** Past cases: a list of facts, or of `{ key, facts }`. */
export async function readPastCases(file: string): Promise<Result<readonly PastCase[]>> {
  const json = await readJson(file)
  if (!json.ok) return json
  if (!Array.isArray(json.value) || !json.value.every(isFacts))
    return shape(file, '一个 JSON 数组，每项是一件的事实', 'a JSON list of facts')
  return ok(json.value.map((one: Facts, index) => keyed(one) ?? { key: String(index + 1), facts: one }))
}

function keyed({ key, facts }: Facts): PastCase | undefined {
  return typeof key === 'string' && isFacts(facts) ? { key, facts } : undefined
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function readText(file: string): Promise<Result<string>> {
  try {
    return ok(file === '-' ? await textOf(process.stdin) : await readFile(file, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return refuse('rules.file.unreadable', { file, reason: reasons[code ?? ''] ?? message })
  }
}

async function readJson(file: string): Promise<Result<unknown>> {
  const text = await readText(file)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value.replace(/^\uFEFF/, '')) as unknown)
  } catch (error) {
    return refuse('rules.file.json', { file, reason: (error as Error).message })
  }
}

function shape(file: string, zh: string, en: string) {
  return refuse('rules.file.shape', { file, expected: `${zh} ${en}` })
}
