import type { Obligation, ObligationState } from './domain/obligation.ts'

/** An obligation as it stands: as its last entry left it, with what its clock has passed since. */
export type ObligationRow = {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly title: string
  readonly debtor_organisation: string
  readonly debtor_person: string | null
  readonly lead_organisation: string
  readonly state: ObligationState
  readonly opened_at: Date
  readonly due_at: Date
  readonly ladder: string
  readonly ladder_version: string
  readonly calendar_version: string
  readonly level: number
  readonly level_at: Date | null
  readonly paused_at: Date | null
  readonly holder_organisation: string | null
  readonly changed_at: Date
  readonly readers: readonly string[] | null
  readonly version: number
  /** The clock that it runs by; null where it does not run. */
  readonly clock_id: string | null
  readonly clock_shared: boolean
  /** Rungs that the clock has passed; the version counts them, the own version does not. */
  readonly climbs: number
  readonly own_version: number
  /** Entries that tell of it together with others: for `listStories`. */
  readonly told: readonly string[]
}

/** The columns of `ObligationRow`; `o` is the obligation. */
export const obligationColumns = `o.id, o.kind, o.subject, o.title, o.debtor_organisation, o.debtor_person, o.lead_organisation,
  o.state, o.opened_at, o.due_at, o.ladder, o.ladder_version, o.calendar_version, o.level, o.level_at, o.paused_at,
  o.holder_organisation, o.changed_at, o.readers, o.version, o.clock_id, o.clock_shared, o.climbs,
  o.own_version, o.told`

/** The obligation that the rules see in a stored row. */
export function obligationOf(row: ObligationRow): Obligation {
  return {
    id: row.id,
    state: row.state,
    dueAt: row.due_at.getTime(),
    debtor: { organisation: row.debtor_organisation, person: row.debtor_person },
    pausedAt: row.paused_at?.getTime() ?? null,
    level: row.level,
    levelAt: row.level_at?.getTime() ?? null,
    changedAt: row.changed_at.getTime(),
    version: row.version,
  }
}
