import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type PackProblem, readSection, type Section } from '#platform/server/county/index.ts'

/** A script, its file's name without ending, and where its values stand. */
export type ReadScript<Script> = Section<Script> & { readonly name: string }

/**
 * The scripts of a scenario in a pack's folder for demonstrations, by name; none where there is no folder of the scenario's name.
 * Throws all problems, each with file and line.
 */
export async function readScripts<Script>(
  folder: string,
  scenario: string,
  shape: z.ZodType<Script>,
): Promise<readonly ReadScript<Script>[]> {
  const own = join(folder, scenario)
  const files = (await readdir(own).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  const problems: PackProblem[] = []
  const read = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(own, file), 'utf8')
      const name = file.slice(0, -'.yaml'.length)
      return readSection(join('demo', scenario, file), text, shape, problems).map((one) => ({ ...one, name }))
    }),
  )
  if (problems.length === 0) return read.flat()
  throw new Error(problems.map(({ file, line, column, zh, en }) => `${file}:${line}:${column} ${zh} ${en}`).join('\n'))
}
