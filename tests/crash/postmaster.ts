import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The process of the PostgreSQL server on a data folder: the one among all that has this folder's cluster as its own. */
export function postmasterOf(data: string): number | undefined {
  const file = findFile(join(data, 'postgres'), 'postmaster.pid', 3)
  return file === undefined ? undefined : Number(readFileSync(file, 'utf8').split('\n')[0])
}

function findFile(folder: string, name: string, depth: number): string | undefined {
  if (!existsSync(folder)) return undefined
  if (existsSync(join(folder, name))) return join(folder, name)
  if (depth === 0) return undefined
  const inner = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  for (const { name: child } of inner) {
    const found = findFile(join(folder, child), name, depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}
