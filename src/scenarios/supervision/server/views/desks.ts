import { ownUnits, reach } from '#platform/kernel/actor.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { listDescendants } from '#platform/server/identity/index.ts'
import { type DeskWanted, readDeskPage, readDeskPlace } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Desk, DeskPage } from '../../contract/views.ts'
import { listToAccept } from '../duty-store.ts'
import { dutyObligation } from '../streams.ts'
import { linesOf, readDesk } from './desk-lines.ts'

type Call = CallContext['call']

/** What a leader's groups list, and a unit's of what waits for its judgement. */
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

/** What a unit and its sections owe, a page at a time, and what waits for its judgement. */
export function viewMyUnit(
  services: Services,
  call: Call,
  after: string | undefined,
): Promise<{ owed: DeskPage; toAccept: Desk }> {
  const { actor } = call
  return call.read(async (tx) => {
    const below = await listDescendants(tx, actor.jurisdiction, actor.organisation)
    const sections = below.filter(({ kind }) => kind === 'section').map(({ id }) => id)
    const units = [...ownUnits(actor), ...sections]
    const place = after === undefined ? undefined : readDeskPlace(after)
    const [owed, toAccept] = await Promise.all([
      readDesk(services, call, tx, { debtors: units, after: place, limit: pageOfUnit }),
      readToAccept(services, call, tx, units),
    ])
    return { owed, toAccept }
  })
}

/** What was handed in to some units: who takes the answer of a duty is not always who leads. */
async function readToAccept(services: Services, call: Call, tx: Transaction, units: readonly string[]): Promise<Desk> {
  const { jurisdiction } = call.actor
  const [others, duties] = await Promise.all([
    readDeskPage(tx, jurisdiction, { leads: units, state: 'submitted', exceptKinds: [dutyObligation], limit: most }),
    listToAccept(tx, jurisdiction, units),
  ])
  const lines = await linesOf(services, call, tx, [...duties.map(({ obligation }) => obligation), ...others.rows])
  return { lines, total: duties.length + others.count, isMore: others.isMore }
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
