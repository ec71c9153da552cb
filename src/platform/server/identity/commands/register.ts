import { v7 as newUuid } from 'uuid'
import { isDisplayName } from '#platform/kernel/display-name.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { insertPerson, isLoginTaken } from '../appointment-store.ts'
import { type Doer, nextEntries, readStories, streams } from './entries.ts'

const login = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])$/

/**
 * Registers a person, who holds no post and has no password yet. The caller has checked `identity.accounts.manage`.
 * Refuses: `identity.person.name`, `identity.person.login`, `identity.person.login-taken`.
 */
export async function decideRegistration(
  tx: Transaction,
  doer: Doer,
  input: { readonly login: string; readonly name: string },
): Promise<Result<Decision<{ readonly person: PersonId }>>> {
  if (!isDisplayName(input.name)) return refuse('identity.person.name')
  if (!login.test(input.login)) return refuse('identity.person.login')
  const id = newUuid() as PersonId
  const stories = await readStories(tx, doer.jurisdiction, streams.person(id), streams.register(doer.jurisdiction))
  if (await isLoginTaken(tx, doer.jurisdiction, input.login))
    return refuse('identity.person.login-taken', { login: input.login })
  const happening = {
    kind: 'identity.person.registered',
    payload: { person: id, login: input.login, name: input.name },
  }
  return ok({
    answer: { person: id },
    entries: nextEntries(doer, stories, happening),
    writes: [insertPerson(doer.jurisdiction, { id, ...input, at: doer.now })],
  })
}
