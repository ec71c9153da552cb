import { reach } from '#platform/kernel/actor.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { type DeskWanted, readDeskPlace } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Desk, DeskPage } from '../../contract/views.ts'
import { readDesk } from './desk-lines.ts'
import { unitAndSections } from './own-unit.ts'

type Call = CallContext['call']

/** What a leader's groups list. */
const most = 100
const pageOfUnit = 200

/** What the queue of the offices is narrowed to. */
export type QueueFilter = {
  readonly search?: string | undefined
  readonly unit?: string | undefined
  readonly kind?: string | undefined
  readonly urgency?: string | undefined
  readonly state?: 'open' | 'submitted' | undefined
  readonly level?: number | undefined
  readonly late?: 'yes' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** What a unit and its sections owe, a page at a time. */
export function viewMyUnit(services: Services, call: Call, after: string | undefined): Promise<DeskPage> {
  return call.read(async (tx) => {
    const place = after === undefined ? undefined : readDeskPlace(after)
    return readDesk(services, call, tx, { debtors: await unitAndSections(tx, call), after: place, limit: pageOfUnit })
  })
}

/** Everything that is owed in the county. */
export function viewQueue(services: Services, call: Call, filter: QueueFilter): Promise<DeskPage> {
  return call.read((tx) => readDesk(services, call, tx, wantedOf(call, filter)))
}

/** What a leader looks at: what has climbed past its lead, what is late, what is due within three working days. */
export function viewLeader(services: Services, call: Call): Promise<{ climbed: Desk; late: Desk; soon: Desk }> {
  const organisations = reach(call.actor, 'supervision.leader')
  const within = { ...(organisations !== 'all' && { debtors: organisations }), limit: most }
  const soon = new Date(addWorkingDays(services.rules().calendar, call.now.getTime(), 3).at + 1)
  return call.read(async (tx) => {
    const [climbed, late, due] = await Promise.all([
      readDesk(services, call, tx, { ...within, level: 2 }),
      readDesk(services, call, tx, { ...within, levelBelow: 2, lateAt: call.now, state: 'open' }),
      readDesk(services, call, tx, { ...within, dueFrom: call.now, dueBefore: soon, state: 'open' }),
    ])
    return { climbed, late, soon: due }
  })
}

function wantedOf(call: Call, { unit, kind, urgency, late, after, ...rest }: QueueFilter): DeskWanted {
  return {
    ...rest,
    after: after === undefined ? undefined : readDeskPlace(after),
    debtors: unit === undefined ? undefined : [unit],
    kinds: kind === undefined ? undefined : [kind],
    ladder: urgency,
    lateAt: late === 'yes' ? call.now : undefined,
  }
}
