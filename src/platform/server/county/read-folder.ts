import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type PackProblem, packProblem } from './problem.ts'
import type { PackFiles } from './sections.ts'

const limitMegabytes = 4

/** Every YAML file of a pack's folder, and its rule documents; links are not followed, so that a pack is only what lies in its folder. */
export async function readPackFolder(
  folder: string,
): Promise<{ readonly files: PackFiles; readonly problems: readonly PackProblem[] }> {
  const files = new Map<string, string>()
  const problems: PackProblem[] = []
  for (const path of await textFiles(folder)) {
    const text = await readText(folder, path)
    if (typeof text === 'string') files.set(path, text)
    else problems.push(text)
  }
  return { files, problems }
}

async function textFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|dmn)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort()
}

async function readText(folder: string, file: string): Promise<string | PackProblem> {
  const place = { file, line: 1, column: 1 }
  const path = join(folder, file)
  if ((await stat(path)).size > limitMegabytes * 1024 * 1024)
    return packProblem('county.file.large', place, { limitMegabytes })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    return packProblem('county.file.encoding', place)
  }
}
