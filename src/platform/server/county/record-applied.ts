import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import { countApplied } from './county-store.ts'
import type { PackChange } from './diff-pack.ts'

/** Puts one set of changes into the record: what was added, what was changed from what to what, what was retired. */
export async function recordApplied(
  tx: Transaction,
  jurisdiction: JurisdictionId,
  changes: readonly PackChange[],
  now: Date,
): Promise<void> {
  const stream = `county/${jurisdiction}`
  const names = (type: PackChange['type']) =>
    changes.filter((change) => change.type === type).map(({ kind, id }) => `${kind} ${id}`)
  const changed = changes.flatMap((change) =>
    change.type === 'changed' ? [{ record: `${change.kind} ${change.id}`, fields: change.fields }] : [],
  )
  const payload = JSON.parse(JSON.stringify({ added: names('added'), changed, retired: names('retired') }))
  const version = (await countApplied(tx, jurisdiction, stream)) + 1
  const { name, text, values } = appendStatement([
    {
      jurisdiction,
      stream,
      version,
      kind: 'county.applied',
      recordedAt: now,
      actor: { system: 'county-pack' },
      payload,
    },
  ])
  await tx.prepared(name, text, values)
}
