import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of a secret file of the data folder, made where it is missing. Throws where others may read it. */
export function keepSecretFile(folder: string, name: string, make: () => string): string {
  const text = readSecretFile(folder, name)
  if (text !== undefined) return text
  const made = make()
  replaceSecretFile(folder, name, made)
  return made
}

/** As `keepSecretFile`, of a file that people write; undefined where there is none. */
export function readSecretFile(folder: string, name: string): string | undefined {
  const file = join(folder, name)
  if (!existsSync(file)) return undefined
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
  return readFileSync(file, 'utf8')
}

/** Writes a secret file, whole or not at all. */
export function replaceSecretFile(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}
