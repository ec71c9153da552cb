import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { defineProjection, type SealedEntry } from '#platform/server/journal/index.ts'
import { clearOutcomes, type OutcomeTold, tellOutcomes } from './outcome-store.ts'

const prefix = 'obligations.obligation.'
const kindOf = (event: string) => prefix + event

/** How each obligation of any kind went, folded from the record in whatever order its entries were sealed. */
export const outcomeProjection = defineProjection({
  name: 'supervision.outcomes',
  version: 2,
  kinds: [
    ...['opened', 'climbed', 'withdrawn', 'submitted', 'returned', 'answered', 'redated', 'reassigned'].map(kindOf),
    ...['paused', 'resumed'].map(kindOf),
    'supervision.duty.appeal-granted',
  ],
  reset: clearOutcomes,
  handle: async (tx: Transaction, entries: readonly SealedEntry[]) => {
    await tellOutcomes(
      tx,
      entries.flatMap((entry) => toldBy(entry) ?? []),
    )
  },
})

type Said = {
  readonly kind: string
  readonly subject: string
  readonly title: string
  readonly debtor: { readonly organisation: string }
  readonly dueAt: string
  readonly ladder?: { readonly id: string; readonly version: string }
}

/** What an entry adds to an outcome: counts add up, instants are the latest, unit and deadline those of the highest version. */
function toldBy(entry: SealedEntry): OutcomeTold | undefined {
  const { kind, payload, at } = entry
  if (payload === undefined) return undefined
  if (kind === 'supervision.duty.appeal-granted')
    return { obligation: String(payload.obligation), version: 0, pardoned: 1 }
  const event = kind.slice(prefix.length)
  const said = (event === 'opened' ? payload : payload.about) as unknown as Said
  return {
    ...{ obligation: entry.stream.slice('obligations.obligation/'.length), version: entry.version },
    ...{ kind: said.kind, subject: said.subject, title: said.title, unit: said.debtor.organisation },
    ...{ due_at: said.dueAt, readers: entry.readers ?? null },
    ...(event === 'opened' && { opened_at: at, ladder: said.ladder?.id, ladder_version: said.ladder?.version }),
    ...(event !== 'climbed' && { act: [event, at.getTime(), neededOf(payload)] as const }),
    ...(event === 'submitted' && { submitted_at: at }),
    ...(event === 'answered' && { answered_at: at }),
    ...(event === 'withdrawn' && { withdrawn_at: at }),
    ...(event === 'returned' && { returned: 1 }),
    ...(event === 'redated' && payload.extension === true && { extended: 1 }),
    ...(event === 'climbed' && { level: Number(payload.level) }),
  }
}

/** What a replay needs of what somebody did: another deadline, another debtor. */
function neededOf({ dueAt, debtor }: JsonObject): JsonObject {
  return { ...(dueAt !== undefined && { dueAt }), ...(debtor !== undefined && { debtor }) }
}
