import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { builtFrom, layInPlace } from './lay-in-place.ts'

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
  const wanted = hashSources()
  if (builtFrom(built) === wanted) return
  if (mayWrite()) {
    say('正在生成网页，只有第一次和更新后需要 … / Building the web pages, the first time and after updates only …')
    build(wanted)
  } else makeDo(builtFrom(built) !== undefined, say)
}

/** A clone of somebody else's is served as it was built. */
function makeDo(areThere: boolean, say: (line: string) => void): void {
  if (!areThere)
    throw new Error(
      `${root} 不能写入，网页还没有生成。请由其所有者先运行一次 npm start。\n${root} cannot be written and has no pages yet; let its owner run npm start once.`,
    )
  say(
    '网页比源代码旧，但这里不能写入，沿用旧的。 / The pages are older than their sources, but cannot be written here; serving them as they are.',
  )
}

function mayWrite(): boolean {
  try {
    accessSync(existsSync(built) ? join(root, 'dist') : root, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Into a folder of its own, which then takes the old one's place: a crash leaves whole pages or none. */
function build(wanted: string): void {
  const unfinished = `${built}.new-${process.pid}`
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--logLevel', 'warn', '--configLoader', 'native', '--outDir', unfinished]
  const env = { ...process.env, NODE_ENV: 'production' } // whatever the terminal or a test runner says
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`网页没有生成（vite 退出码 ${status}）。 / The web pages were not built (vite: ${status}).`)
  }
  layInPlace({ unfinished, built, wanted })
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
