import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { CommandCall, Statement } from '#platform/server/commands/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { insertValue } from './value-store.ts'

/** A value to be kept for a thing. */
export type Kept = {
  /** The stream of the thing. */
  readonly subject: string
  readonly field: string
  readonly value: string
  readonly readers: readonly string[] | null
}

/** What a command adds to keep a value: the record says that there is one, never which. */
export function keepPersonal(
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
  { subject, field, value, readers }: Kept,
): { readonly entry: NewEntry; readonly write: Statement } {
  const { jurisdiction } = actor
  return {
    entry: {
      ...{ id: newEntryId(), jurisdiction, stream: personalStream(subject, field), version: 1, recordedAt: now },
      ...{ kind: 'personal.value.kept', actor, payload: { subject, field } },
      readers: (readers as readonly OrganisationId[] | null) ?? undefined,
    },
    write: insertValue(jurisdiction, {
      ...{ subject, field, value, kept_at: now, erased_at: null, readers, version: 1 },
    }),
  }
}

/** The stream of a value's story. */
export function personalStream(subject: string, field: string): string {
  return `personal.value/${subject}/${field}`
}
