import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const built = join(root, 'dist', 'web')
const sources = [
  'package-lock.json',
  'vite.config.ts',
  'src/apps/web/**/*',
  'src/platform/{kernel,contract,web}/**/*',
  'src/scenarios/**/*',
]

/** Builds the web pages into `dist/web` unless those there come from the present sources. */
export function buildPagesOnce(say: (line: string) => void): void {
  const mark = join(built, '.built-from')
  const wanted = hashSources()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say('正在生成网页，只有第一次和更新后需要 … / Building the web pages, the first time and after updates only …')
  build()
  writeFileSync(mark, wanted)
}

/** Into a folder of its own, which then takes the old one's place: a crash leaves whole pages or none. */
function build(): void {
  const unfinished = `${built}.new-${process.pid}`
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--logLevel', 'warn', '--outDir', unfinished]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`网页没有生成（vite 退出码 ${status}）。 / The web pages were not built (vite: ${status}).`)
  }
  rmSync(built, { recursive: true, force: true })
  renameSync(unfinished, built)
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root }).sort()) {
    const text = readText(join(root, path))
    if (text) hash.update(`${path}\0`).update(text)
  }
  return hash.digest('hex')
}

function readText(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
