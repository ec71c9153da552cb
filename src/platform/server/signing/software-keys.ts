import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CryptoProvider, type PublishedKey, type Purpose, purposes } from './crypto-provider.ts'
import { ed25519Signer, newEd25519Key } from './ed25519.ts'
import { type Signer, type Suite, suites } from './signer.ts'
import { newSm2Key, sm2Signer } from './sm2.ts'

const Kept = z.array(
  z.object({
    purpose: z.enum(purposes),
    suite: z.enum(suites),
    from: z.iso.datetime(),
    privateKey: z.string(),
  }),
)
type Kept = z.infer<typeof Kept>
type Key = Kept[number] & { readonly signer: Signer }

/** The name of the file in the data folder. */
export const signingKeysFile = 'signing-keys.json'

/**
 * Keys of a data folder, made at the first start, for their owner alone. Another process's rotation counts from the next
 * signature on. Throws where others may read the file.
 */
export function softwareKeys(folder: string, now: Date): CryptoProvider {
  const file = join(folder, signingKeysFile)
  create(folder, file, now)
  const keys = reader(file)
  const newest = (purpose: Purpose, suite: Suite) =>
    keys().findLast((key) => key.purpose === purpose && key.suite === suite)
  return {
    signer: (purpose, suite) => {
      const key = newest(purpose, suite)
      if (key === undefined) throw new Error(`${file} has no ${suite} key for ${purpose}`)
      return key.signer
    },
    signerOf: (purpose, keyId) => {
      const key = keys().find((one) => one.purpose === purpose && one.signer.keyId === keyId)
      if (key === undefined) throw new Error(`${file} has no key ${keyId} for ${purpose}`)
      return key.signer
    },
    published: (purpose) => publishedOf(keys()).filter((key) => purpose === undefined || key.purpose === purpose),
    rotate: (purpose, suite, at) => {
      const all = [...keys().map(({ signer, ...kept }) => kept), newKey(purpose, suite, at)]
      replace(file, all)
      return signerOf(all.at(-1) as Kept[number])
    },
  }
}

/** The keys of the file, read again where it has changed; in the order in which they were made. */
function reader(file: string): () => readonly Key[] {
  let read: { readonly stamp: string; readonly keys: readonly Key[] } | undefined
  return () => {
    const { mode, ino, mtimeMs } = statSync(file)
    if ((mode & 0o077) !== 0) throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
    const stamp = `${ino} ${mtimeMs}`
    if (read?.stamp !== stamp) {
      const kept = Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
      read = { stamp, keys: kept.map((key) => ({ ...key, signer: signerOf(key) })) }
    }
    return read.keys
  }
}

function publishedOf(keys: readonly Key[]): PublishedKey[] {
  return keys
    .map(({ purpose, suite, from, signer }, index) => {
      const next = keys.find((other, place) => place > index && other.purpose === purpose && other.suite === suite)
      return { keyId: signer.keyId, suite, purpose, from, until: next?.from ?? null, publicKey: signer.publicKey }
    })
    .reverse()
}

function signerOf({ suite, privateKey }: Kept[number]): Signer {
  return suite === 'SM2' ? sm2Signer(privateKey) : ed25519Signer(privateKey)
}

function newKey(purpose: Purpose, suite: Suite, now: Date): Kept[number] {
  return { purpose, suite, from: now.toISOString(), privateKey: suite === 'SM2' ? newSm2Key() : newEd25519Key() }
}

/** Two processes may start at once: the file is linked into place whole, and the one that comes second takes the first's. */
function create(folder: string, file: string, now: Date): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.signing-keys-${randomUUID()}`)
  try {
    statSync(file)
  } catch {
    const keys = purposes.flatMap((purpose) => suites.map((suite) => newKey(purpose, suite, now)))
    writeFileSync(draft, JSON.stringify(keys), { mode: 0o600, flush: true })
    linkOnce(draft, file)
  }
}

function linkOnce(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}

function replace(file: string, keys: Kept): void {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600, flush: true })
  renameSync(draft, file)
}
