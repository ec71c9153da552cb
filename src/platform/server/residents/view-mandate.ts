import type { PersonId } from '#platform/kernel/ids.ts'
import { standingOf } from './domain/mandate-rules.ts'
import type { MandateRow } from './mandate-store.ts'

/** A mandate as one of its two people is shown it. */
export function viewMandate(
  row: MandateRow,
  { me, name, now }: { readonly me: PersonId; readonly name: (matter: string) => string; readonly now: Date },
) {
  return {
    ...{ mandate: row.id, mine: row.resident_id === me ? ('given' as const) : ('received' as const) },
    ...{ resident: row.resident_id, residentName: row.resident_name },
    ...{ helperName: row.helper_name, helperKind: row.helper_kind },
    enterpriseName: row.enterprise_name,
    matters: row.matters === null ? null : row.matters.map((matter) => ({ matter, name: name(matter) })),
    ...{ consent: row.consent, givenAt: row.given_at.toISOString(), until: row.ends_at.toISOString() },
    ...{ state: standingOf(row, now), withdrawnAt: row.withdrawn_at?.toISOString() ?? null },
  }
}
