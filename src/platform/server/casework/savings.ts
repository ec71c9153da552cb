import type { CaseRow, Channel } from './case-row.ts'
import type { Case } from './domain/case.ts'
import type { Matter } from './domain/matter.ts'

/**
 * What a case takes and saves, against what its matter cost before data ran: a case from the window took one trip, any other
 * those that the matter still asks for; a paper is saved for each material that data brought; minutes go with the trips.
 */
export function savingsOf(
  matter: Matter,
  channel: Channel,
  of: Case,
): Pick<CaseRow, 'trips' | 'trips_saved' | 'papers_saved' | 'minutes_saved'> {
  const trips = Math.max(matter.trips, channel === 'window' ? 1 : 0)
  const { trips: usual, minutes } = matter.usual
  const saved = Math.max(0, usual - trips)
  return {
    trips,
    trips_saved: saved,
    papers_saved: Object.values(of.materials).filter(({ state }) => state === 'brought' || state === 'absent').length,
    minutes_saved: usual === 0 ? 0 : Math.round((minutes * saved) / usual),
  }
}
