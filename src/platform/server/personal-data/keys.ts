import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { keepSecretFile, replaceSecretFile } from '#platform/server/secrets/index.ts'
import { keyBytes, type SuiteId, suiteIds } from './suite.ts'

const file = 'personal-data-keys.json'
const Kept = z.strictObject({
  /** Of the keyed hash; it is not rotated, or nothing would be found again. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  current: z.string(),
  keys: z.record(
    z.string().regex(/^k\d{1,4}$/),
    z.strictObject({ suite: z.enum(suiteIds), key: z.string().regex(/^[0-9a-f]{96}$/) }),
  ),
})

/** The keys under which personal data is sealed: all that something may still be sealed under, and the one for what is new. */
export type PersonalKeys = {
  readonly hash: Buffer
  readonly current: string
  readonly keys: ReadonlyMap<string, { readonly suite: SuiteId; readonly key: Buffer }>
}

/** The keys of a data folder (`personal-data-keys.json`), made at the first start. Throws where others may read them. */
export function openPersonalKeys(folder: string): PersonalKeys {
  return keysOf(keepSecretFile(folder, file, () => JSON.stringify(firstKeys())))
}

/**
 * Adds a key and seals what is new under it; what was sealed before stays readable. Processes that run take it up at their next start.
 * @example rotatePersonalKey(config.data, 'aes-256-gcm').current // 'k2'
 */
export function rotatePersonalKey(folder: string, suite: SuiteId): PersonalKeys {
  const kept = Kept.parse(JSON.parse(keepSecretFile(folder, file, () => JSON.stringify(firstKeys()))))
  const next = `k${Math.max(...Object.keys(kept.keys).map((id) => Number(id.slice(1)))) + 1}`
  const text = JSON.stringify({ ...kept, current: next, keys: { ...kept.keys, [next]: newKey(suite) } })
  replaceSecretFile(folder, file, text)
  return keysOf(text)
}

function firstKeys(): z.infer<typeof Kept> {
  return { hash: randomBytes(32).toString('hex'), current: 'k1', keys: { k1: newKey('sm4-cbc-hmac-sm3') } }
}

function newKey(suite: SuiteId) {
  return { suite, key: randomBytes(keyBytes).toString('hex') }
}

function keysOf(text: string): PersonalKeys {
  const { hash, current, keys } = Kept.parse(JSON.parse(text))
  if (!(current in keys)) throw new Error(`${file} names ${current} as its present key, which it does not hold`)
  return {
    ...{ hash: Buffer.from(hash, 'hex'), current },
    keys: new Map(Object.entries(keys).map(([id, { suite, key }]) => [id, { suite, key: Buffer.from(key, 'hex') }])),
  }
}
