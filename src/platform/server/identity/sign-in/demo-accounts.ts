import { randomInt } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { PersonId } from '#platform/kernel/ids.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { recordAccount } from './account-record.ts'
import { findCredential } from './credential-store.ts'
import { type SignInParts, whose } from './parts.ts'
import { getPerson, setPassword } from './passwords.ts'

/** An account that a demonstration county opens: whose, and which role it shows. */
export type DemoAccountWanted = {
  readonly person: PersonId
  readonly login: string
  readonly role: string
  readonly english: string
}

/** The same with its password, unless the person has changed it since. */
export type DemoAccountOpen = DemoAccountWanted & { readonly name: string; readonly password: string | null }

const Kept = z.record(z.string(), z.object({ password: z.string(), setAt: z.string() }))
type Kept = z.infer<typeof Kept>

/**
 * Opens the accounts of a demonstration county with passwords made at the first start, and gives them at every later start again: they
 * are kept in `file`, which only the owner reads. Throws where the county is not a demonstration.
 */
export async function openDemoAccounts(
  parts: SignInParts,
  wanted: readonly DemoAccountWanted[],
  file: string,
): Promise<readonly DemoAccountOpen[]> {
  const county = await parts.database.asSystem(parts.jurisdiction, (tx) => findJurisdiction(tx, parts.jurisdiction))
  if (!county?.demo) throw new Error(`${parts.jurisdiction} is no demonstration: it has no demo accounts`)
  const kept = await readKept(file)
  const open: DemoAccountOpen[] = []
  for (const account of wanted) open.push(await openOne(parts, account, kept, file))
  return open
}

async function openOne(
  parts: SignInParts,
  account: DemoAccountWanted,
  kept: Kept,
  file: string,
): Promise<DemoAccountOpen> {
  const person = await getPerson(parts, account.person)
  const known = kept[account.login]
  const credential = await parts.credentials.asSystem(parts.jurisdiction, (tx) =>
    findCredential(tx, whose(parts, person.id)),
  )
  if (known && credential?.passwordSetAt) {
    const unchanged = credential.passwordSetAt.toISOString() === known.setAt
    return { ...account, name: person.name, password: unchanged ? known.password : null }
  }
  const password = madePassword()
  const setAt = parts.clock.now().toISOString()
  kept[account.login] = { password, setAt }
  await writeKept(file, kept)
  unwrap(await setPassword({ ...parts, clock: { now: () => new Date(setAt) } }, person, password, false))
  const event = { kind: 'identity.account.activated', actor: { system: 'demo' }, payload: {} }
  await recordAccount(parts, person.id, event)
  return { ...account, name: person.name, password }
}

async function readKept(file: string): Promise<Kept> {
  try {
    return Kept.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${file} cannot be read; remove it to have new demo passwords made`, { cause: error })
  }
}

async function writeKept(file: string, kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** As `Kmta-4829-wxhe`: 51 random bits, all four classes, nothing mistaken for something else. */
function madePassword(): string {
  const some = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('')
  const lower = 'abcdefghijkmnpqrstuvwxyz'
  return `${some('ABCDEFGHJKLMNPQRSTUVWXYZ', 1)}${some(lower, 3)}-${some('23456789', 4)}-${some(lower, 4)}`
}
