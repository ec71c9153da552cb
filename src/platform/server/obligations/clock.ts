import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { ObligationRow } from './obligation-row.ts'

/** A clock at its beginning, in the shape of its columns. */
export type NewClock = {
  readonly id: string
  readonly shared: boolean
  readonly ladder: string
  readonly ladder_version: string
  readonly due_at: Date
  readonly level: number
  readonly level_at: Date | null
  readonly holder_organisation: string | null
  readonly changed_at: Date
  readonly next_due_at: Date | null
}

/** So many clocks share the obligations of one instant, that many sweepers may work at it. */
const lanes = 16

/** The clock of an obligation alone, and the shared one that it runs by instead, where that has passed nothing yet. */
export type Clocks = { readonly own: NewClock; readonly joins: NewClock | undefined }

/**
 * The clocks of an obligation from now on; none where it is not owed or stands still. One that is in time joins the clock of all that
 * fall due at its instant under its ladder; one that has climbed, or may have by now, runs by its own.
 */
export function clocksFor(
  jurisdiction: string,
  row: ObligationRow,
  next: Instant | undefined,
  now: Date,
): Clocks | undefined {
  if (row.state !== 'open' || row.paused_at !== null) return undefined
  const { ladder, ladder_version, due_at, level, level_at, changed_at } = row
  const { holder_organisation: holder, lead_organisation: lead } = row
  const own = {
    ...{ id: v7(), shared: false, ladder, ladder_version, due_at, level, level_at, changed_at },
    holder_organisation: holder === lead ? null : holder,
    next_due_at: next === undefined ? null : new Date(next),
  }
  const isFresh = level === 0 && next === due_at.getTime() + 1 && next > now.getTime()
  const joins = { ...own, id: sharedId(jurisdiction, row), shared: true, changed_at: due_at }
  return { own, joins: isFresh ? joins : undefined }
}

/** A UUID (version 8) of what those that share a clock have in common. */
function sharedId(jurisdiction: string, { id, due_at, ladder, ladder_version }: ObligationRow): string {
  const lane = Number.parseInt(id.slice(-2), 16) % lanes
  const common = JSON.stringify([jurisdiction, due_at, ladder, ladder_version, lane])
  const hex = createHash('sha256').update(common).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
