import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { type ObligationRow, readDeskPage, readDeskPlace, tellDeskPlace } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DeskPage } from '../../contract/views.ts'
import { countToAccept, listToAccept, type OwedDuty, type WaitingPlace } from '../duty-store.ts'
import { dutyObligation } from '../streams.ts'
import { linesOf } from './desk-lines.ts'
import { unitAndSections } from './own-unit.ts'

/*
 * What waits for a unit's judgement is of two kinds: duties, whose answer their acceptor takes, and everything else, whose answer its lead
 * takes. The pages go through the duties first, longest waiting first, and then through the rest by urgency; a place in the first half is
 * told as `d_<since>_<duty>`, one in the second as a place on any desk.
 */

type Call = CallContext['call']

/** From which place on, and how many at once. */
type Wanted = { readonly after?: string | undefined; readonly limit: number }

/** What was handed in to a unit and its sections, a page at a time. */
export function viewToAccept(services: Services, call: Call, { after, limit }: Wanted): Promise<DeskPage> {
  const { jurisdiction } = call.actor
  return call.read(async (tx) => {
    const units = await unitAndSections(tx, call)
    const [duties, waiting] = await Promise.all([
      listDuties(tx, jurisdiction, units, { after, limit }),
      countToAccept(tx, jurisdiction, units),
    ])
    const room = limit - duties.length
    const place = after === undefined || isDutyPlace(after) ? undefined : readDeskPlace(after)
    const wanted = { leads: units, state: 'submitted', exceptKinds: [dutyObligation] } as const
    const others = await readDeskPage(tx, jurisdiction, { ...wanted, after: place, limit: Math.max(room, 1) })
    const rows = room > 0 ? others.rows : []
    const lines = await linesOf(services, call, tx, [...duties.map(({ obligation }) => obligation), ...rows])
    const total = waiting + others.count
    return { lines, total, isMore: others.isMore, next: nextOf(duties[limit - 1], rows[room - 1]) }
  })
}

async function listDuties(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  { after, limit }: Wanted,
): Promise<OwedDuty[]> {
  if (after !== undefined && !isDutyPlace(after)) return []
  return listToAccept(tx, jurisdiction, { units, after: after === undefined ? undefined : readDutyPlace(after), limit })
}

/** The place after a full page: among the duties where they filled it. */
function nextOf(lastDuty: OwedDuty | undefined, last: ObligationRow | undefined): string | null {
  if (lastDuty) return `d_${lastDuty.obligation.changed_at.getTime()}_${lastDuty.duty.id}`
  return last ? tellDeskPlace(last) : null
}

function isDutyPlace(text: string): boolean {
  return text.startsWith('d_')
}

function readDutyPlace(text: string): WaitingPlace {
  const [, since, duty = ''] = text.split('_')
  return { since: new Date(Number(since)), duty }
}
