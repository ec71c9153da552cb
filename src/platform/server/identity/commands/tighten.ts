import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { writeTightened } from '../appointment-store.ts'
import { loosened, type SignInSettings, strictest } from '../domain/sign-in-settings.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { type Doer, nextEntries, readStories, streams } from './entries.ts'

/**
 * Makes sign-in stricter than the pack has it; what is given replaces what was made stricter before. The caller has checked
 * `identity.settings.tighten`. Refuses: `identity.settings.loosened`.
 */
export async function decideTightening(
  tx: Transaction,
  doer: Doer,
  input: Partial<SignInSettings>,
): Promise<Result<Decision<SignInSettings>>> {
  const stories = await readStories(tx, doer.jurisdiction, streams.settings(doer.jurisdiction))
  const county = await findJurisdiction(tx, doer.jurisdiction)
  if (!county) throw new Error(`no county pack has been applied for ${doer.jurisdiction}`)
  const laxer = loosened(county.signIn, input)
  if (laxer.length > 0) return refuse('identity.settings.loosened', { settings: laxer })
  const happening = { kind: 'identity.settings.tightened', payload: { from: county.tightened, to: input } }
  return ok({
    answer: strictest(county.signIn, input),
    entries: nextEntries(doer, stories, happening),
    writes: [writeTightened(doer.jurisdiction, input)],
  })
}
