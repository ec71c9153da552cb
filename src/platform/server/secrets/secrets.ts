import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RolePasswords } from '#platform/server/database/index.ts'

const Kept = z.object({ app: z.string(), auth: z.string(), signInKey: z.string().length(64) })

/** What the platform keeps to itself: the passwords of its database roles, and the key that seals one-time-code secrets. */
export type Secrets = { readonly roles: RolePasswords; readonly signInKey: Buffer }

/** The secrets of a data folder, made at the first start. Throws where others may read them. */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) makeSecrets(folder, file)
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
  return readSecrets(readFileSync(file, 'utf8'))
}

/** Secrets as their file holds them; throws where it is no such file. */
export function readSecrets(text: string): Secrets {
  const { app, auth, signInKey } = Kept.parse(JSON.parse(text))
  return { roles: { app, auth }, signInKey: Buffer.from(signInKey, 'hex') }
}

function makeSecrets(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true })
  const random = () => randomBytes(32).toString('hex')
  const kept = { app: random(), auth: random(), signInKey: random() }
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}
