import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A source file of ours: its path from the root of the clone, and its lines. */
export type Source = { readonly path: string; readonly lines: readonly string[] }

/** Every TypeScript file under `src/` that a person wrote. */
export function readSources(root: string): Source[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !path.includes('.generated.'))
    .sort()
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n') }))
}
