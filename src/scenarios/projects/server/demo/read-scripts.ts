import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PackProblem, readSection, type Section } from '#platform/server/county/index.ts'
import { Script } from './script.ts'

/** A script, its file's name without ending, and where its values stand. */
export type ReadScript = Section<Script> & { readonly name: string }

/** The scripts of a demonstration's folder by name; none where there is no folder. Throws all problems, each with file and line. */
export async function readScripts(folder: string): Promise<readonly ReadScript[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  const problems: PackProblem[] = []
  const read = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      const name = file.slice(0, -'.yaml'.length)
      return readSection(join('demo', 'projects', file), text, Script, problems).map((one) => ({ ...one, name }))
    }),
  )
  if (problems.length === 0) return read.flat()
  throw new Error(problems.map(({ file, line, column, zh, en }) => `${file}:${line}:${column} ${zh} ${en}`).join('\n'))
}
