import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { aboutCase } from './about-case.ts'
import type { CaseInHand } from './in-hand.ts'
import { type OutcomeRow, outcomeStream, saveOutcome } from './outcome-store.ts'
import type { Recording } from './recording.ts'

/** What happens to an outcome, as its row comes out of it; no personal data stands in what is told. */
export type OutcomeEvent = {
  readonly kind: 'done' | 'returned' | 'redirected' | 'failed' | 'reordered'
  readonly after: OutcomeRow
  readonly payload?: JsonObject
  readonly nextAt?: Date
  /** The rule by whose thresholds somebody owes something for it. */
  readonly rule?: NewEntry['rule']
}

/** The entry and the statement that put on record what happened to an outcome. */
export function recordOutcome(
  { jurisdiction, actor, recordedAt }: Recording,
  inHand: CaseInHand,
  was: OutcomeRow,
  { kind, after, payload = {}, nextAt, rule }: OutcomeEvent,
): { readonly entries: readonly NewEntry[]; readonly writes: readonly Statement[] } {
  const { row, matter } = inHand
  const version = was.version + 1
  const { outcome, kind: what } = was
  const facts = { case: row.id, outcome, kind: what, matter: matter.id, ...payload, about: aboutCase(inHand) }
  const entry: NewEntry = {
    ...{ jurisdiction, actor, recordedAt, stream: outcomeStream(was), version, kind: `casework.outcome.${kind}` },
    payload: facts as JsonObject,
    ...{ readers: row.readers as readonly OrganisationId[], rule },
  }
  const saved = saveOutcome(jurisdiction, { ...after, version }, { was: was.version, nextAt: nextAt ?? null })
  return { entries: [entry], writes: [saved] }
}
