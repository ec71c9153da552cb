import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What vite writes about one built file: its own file, its styles, and the files that load with it. */
type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }

/**
 * What a browser loads for a page before it shows anything, in kB gzipped: the document, the first scripts, and those of
 * the page itself, which is named by its source file as the manifest does (`today-page.tsx`).
 */
export function weighPage(webFolder: string, page?: string): number {
  const manifest = JSON.parse(readFileSync(join(webFolder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const roots = ['index.html', ...Object.keys(manifest).filter((source) => page && source.endsWith(`/${page}`))]
  if (page && roots.length < 2) throw new Error(`no page ${page} among the built files`)
  const files = new Set(['index.html', ...roots.flatMap((source) => filesOf(manifest, source))])
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(webFolder, file))).length)
  return bytes.reduce((sum, each) => sum + each, 0) / 1000
}

function filesOf(manifest: Record<string, Chunk>, source: string, seen = new Set<string>()): string[] {
  const chunk = manifest[source]
  if (!chunk || seen.has(source)) return []
  seen.add(source)
  const imported = (chunk.imports ?? []).flatMap((each) => filesOf(manifest, each, seen))
  return [chunk.file, ...(chunk.css ?? []), ...imported]
}
