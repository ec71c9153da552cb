import { reach } from '#platform/kernel/actor.ts'
import { readInstantPlace, tellInstantPlace } from '#platform/kernel/instant-place.ts'
import { civilDate, startOfDate } from '#platform/kernel/working-time/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { RateName } from '../../contract/routes/rates.ts'
import { countOutcomes, listRecords } from '../rates-store.ts'

type Call = CallContext['call']
type Months = { readonly from: string; readonly to: string }

const onPage = 100

/** What fell due in some months, by unit and by month, as far as the post reads. */
export function viewRates(call: Call, months: Months) {
  return call.read(async (tx) => {
    const wanted = { ...spanOf(months), units: unitsOf(call), now: call.now }
    const { byUnit, byMonth } = await countOutcomes(tx, call.actor.jurisdiction, wanted)
    const names = await findNames(tx, call.actor.jurisdiction, { organisations: byUnit.map(({ key }) => key) })
    const units = byUnit.map(({ key, ...counts }) => ({ ...counts, unit: key, unitName: names.organisation(key) }))
    return {
      units: units.sort((a, b) => a.inTime / a.due - b.inTime / b.due || b.due - a.due),
      months: byMonth.map(({ key, ...counts }) => ({ ...counts, month: key })),
    }
  })
}

type RecordsWanted = Months & {
  readonly of: RateName
  readonly unit?: string | undefined
  readonly after?: string | undefined
}

/** A page of the records under one figure. */
export function viewRateRecords(services: Services, call: Call, { of, unit, after, ...months }: RecordsWanted) {
  const { jurisdiction } = call.actor
  const reached = unitsOf(call)
  if (unit !== undefined && reached !== undefined && !reached.includes(unit))
    refused('permission.reach', { permission: 'supervision.read' })
  return call.read(async (tx) => {
    const wanted = { ...spanOf(months), units: unit === undefined ? reached : [unit], now: call.now }
    const place = after === undefined ? undefined : readInstantPlace(after)
    const [rows, { byUnit }] = await Promise.all([
      listRecords(tx, jurisdiction, of, { ...wanted, after: place, limit: onPage }),
      countOutcomes(tx, jurisdiction, wanted),
    ])
    const names = await findNames(tx, jurisdiction, { organisations: rows.map((row) => row.unit) })
    const records = rows.map((row) => ({
      ...{ obligation: row.obligation_id, title: row.title, page: services.pageOf(row.subject), level: row.level },
      ...{ unitName: names.organisation(row.unit), dueAt: row.due_at.toISOString() },
      answeredAt: row.answered_at?.toISOString() ?? null,
    }))
    const last = rows[onPage - 1]
    const next = last ? tellInstantPlace({ at: last.due_at, id: last.obligation_id }) : null
    return { records, total: byUnit.reduce((sum, counts) => sum + counts[of], 0), next }
  })
}

/** The units that the post reads; all where it reads the jurisdiction. */
function unitsOf({ actor }: Call): readonly string[] | undefined {
  const organisations = reach(actor, 'supervision.read')
  if (organisations === 'all') return undefined
  return organisations.length > 0 ? organisations : [actor.organisation]
}

function spanOf({ from, to }: Months): { readonly from: Date; readonly to: Date } {
  const [year = 0, month = 1] = to.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return { from: firstOf(from), to: firstOf(next) }
}

function firstOf(month: string): Date {
  return new Date(startOfDate(civilDate(`${month}-01`)))
}
