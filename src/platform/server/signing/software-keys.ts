import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { selfSigned } from './certificate.ts'
import { type CryptoProvider, type PublishedKey, purposes, suitesOf } from './crypto-provider.ts'
import { ed25519Signer, newEd25519Key } from './ed25519.ts'
import { es256Signer, newEs256Key } from './es256.ts'
import { type Signer, type Suite, suites } from './signer.ts'
import { newSm2Key, sm2Signer } from './sm2.ts'

const Kept = z.array(
  z.object({
    purpose: z.enum(purposes),
    suite: z.enum(suites),
    from: z.iso.datetime(),
    privateKey: z.string(),
    certificate: z.string().optional(),
  }),
)
type Kept = z.infer<typeof Kept>
type Key = Kept[number] & { readonly signer: Signer }
type Kind = Pick<Kept[number], 'purpose' | 'suite'>

const kindsOfKeys = purposes.flatMap((purpose) => suitesOf[purpose].map((suite): Kind => ({ purpose, suite })))

/** The name of the file in the data folder. */
export const signingKeysFile = 'signing-keys.json'

/**
 * Keys of a data folder, made at the first start, for their owner alone; certificates name the `organisation`. Another process's rotation
 * counts from the next signature on. Throws where others may read the file.
 */
export function softwareKeys(folder: string, organisation: string, now: Date): CryptoProvider {
  const file = join(folder, signingKeysFile)
  const make = (kind: Kind) => newKey(kind, organisation, now)
  if (!existsSync(file)) create(folder, file, kindsOfKeys.map(make))
  const keys = reader(file)
  const missing = kindsOfKeys.filter((kind) => !keys().some((key) => isOf(key, kind)))
  if (missing.length > 0) replace(file, [...withoutSigners(keys()), ...missing.map(make)]) // of a version that had fewer purposes
  return {
    signer: (purpose, suite) => {
      const key = keys().findLast((one) => isOf(one, { purpose, suite }))
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
      const key = newKey({ purpose, suite }, organisation, at)
      replace(file, [...withoutSigners(keys()), key])
      return signerOf(key)
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

const isOf = (key: Key, { purpose, suite }: Kind) => key.purpose === purpose && key.suite === suite
const withoutSigners = (keys: readonly Key[]): Kept => keys.map(({ signer, ...kept }) => kept)

function publishedOf(keys: readonly Key[]): PublishedKey[] {
  return keys
    .map(({ purpose, suite, from, signer: { keyId, publicKey }, certificate = null }, index) => {
      const next = keys.find((other, place) => place > index && isOf(other, { purpose, suite }))
      return { keyId, suite, purpose, from, until: next?.from ?? null, publicKey, certificate }
    })
    .reverse()
}

const makers = {
  EdDSA: { make: newEd25519Key, signer: ed25519Signer },
  SM2: { make: newSm2Key, signer: sm2Signer },
  ES256: { make: newEs256Key, signer: es256Signer },
} satisfies Record<Suite, { make(): string; signer(privateKey: string): Signer }>

function signerOf({ suite, privateKey }: Kept[number]): Signer {
  return makers[suite].signer(privateKey)
}

function newKey({ purpose, suite }: Kind, organisation: string, now: Date): Kept[number] {
  const privateKey = makers[suite].make()
  const kept = { purpose, suite, from: now.toISOString(), privateKey }
  return suite === 'ES256' ? { ...kept, certificate: selfSigned(es256Signer(privateKey), organisation, now) } : kept
}

/** Two processes may start at once: the file is linked into place whole, and the one that comes second takes the first's. */
function create(folder: string, file: string, keys: Kept): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.signing-keys-${randomUUID()}`)
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600, flush: true })
  linkOnce(draft, file)
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
