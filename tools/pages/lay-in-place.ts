import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const mark = '.built-from'

type Laying = {
  /** A folder with whole pages, of this process alone. */
  readonly unfinished: string
  /** Where pages are served from. */
  readonly built: string
  /** What they come from. */
  readonly wanted: string
}

/** What the pages of a folder come from; nothing where there are none. */
export function builtFrom(built: string): string | undefined {
  try {
    return readFileSync(join(built, mark), 'utf8')
  } catch {
    return undefined
  }
}

/** Puts new pages where the old ones were. Where somebody who builds the same is at it too, one of the two stays. */
export function layInPlace({ unfinished, built, wanted }: Laying): void {
  writeFileSync(join(unfinished, mark), wanted)
  try {
    keepServed(join(built, 'assets'), join(unfinished, 'assets'))
    rmSync(built, { recursive: true, force: true })
    renameSync(unfinished, built)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!isBuiltSoon(built, wanted)) throw error
  }
}

/** Whether somebody who builds the same was first, and is about to lay it in place. */
function isBuiltSoon(built: string, wanted: string): boolean {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 50 && builtFrom(built) !== wanted; tries += 1) Atomics.wait(nothing, 0, 0, 200)
  return builtFrom(built) === wanted
}

const keptMs = 24 * 3_600_000

/** A page that somebody has open still asks for the assets of the build before: those of the last day stay. */
function keepServed(from: string, to: string): void {
  if (!existsSync(from)) return
  for (const name of readdirSync(from)) {
    const isYoung = statSync(join(from, name)).mtimeMs > Date.now() - keptMs
    if (isYoung && !existsSync(join(to, name))) cpSync(join(from, name), join(to, name), { preserveTimestamps: true })
  }
}
