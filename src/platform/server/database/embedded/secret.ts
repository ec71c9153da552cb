import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The password of the server's owner, drawn at the first start and kept in a file that only we may read. */
export function ownerPassword(dataFolder: string): string {
  const folder = join(dataFolder, 'secrets')
  const file = join(folder, 'postgres-password')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  giveToOwnerOf(dataFolder, [folder, file])
  return password
}

/** What root makes in another user's data folder belongs to that user, who will want to start without root one day. */
function giveToOwnerOf(dataFolder: string, paths: readonly string[]): void {
  const { uid, gid } = statSync(dataFolder)
  if (process.getuid?.() === 0 && uid !== 0) for (const path of paths) chownSync(path, uid, gid)
}
