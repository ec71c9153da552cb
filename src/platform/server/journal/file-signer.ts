import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519Signer, newEd25519Key, type Signer } from '#platform/server/signing/index.ts'

/**
 * The Ed25519 signer of a data folder. At the first start it makes `journal-signing-key.pem`, readable by its owner alone;
 * `journal-public-key.pem` beside it is to be given to whoever may want to verify. Throws where others may read the key.
 */
export function openFileSigner(folder: string): Signer {
  const file = join(folder, 'journal-signing-key.pem')
  if (!existsSync(file)) createKey(folder, file)
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
  }
  const signer = ed25519Signer(readFileSync(file, 'utf8'))
  writeFileSync(join(folder, 'journal-public-key.pem'), signer.publicKey, { mode: 0o644 })
  return signer
}

/** Two processes may start at once: the key is linked into place whole, and the one that comes second takes the first's. */
function createKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.journal-signing-key-${randomUUID()}`)
  writeFileSync(draft, newEd25519Key(), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}
