import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RolePasswords } from '#platform/server/database/index.ts'
import { keepSecretFile } from './secret-file.ts'

const Kept = z.object({ app: z.string(), auth: z.string(), signInKey: z.string().length(64) })

/** What the platform keeps to itself: the passwords of its database roles, and the key that seals one-time-code secrets. */
export type Secrets = { readonly roles: RolePasswords; readonly signInKey: Buffer }

/** The secrets of a data folder, made at the first start. Throws where others may read them. */
export function openSecrets(folder: string): Secrets {
  return readSecrets(keepSecretFile(folder, 'secrets.json', newSecrets))
}

/** Secrets as their file holds them; throws where it is no such file. */
export function readSecrets(text: string): Secrets {
  const { app, auth, signInKey } = Kept.parse(JSON.parse(text))
  return { roles: { app, auth }, signInKey: Buffer.from(signInKey, 'hex') }
}

function newSecrets(): string {
  const random = () => randomBytes(32).toString('hex')
  return JSON.stringify({ app: random(), auth: random(), signInKey: random() })
}
