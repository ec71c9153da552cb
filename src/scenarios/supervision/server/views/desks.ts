import { ownUnits, reach } from '#platform/kernel/actor.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { listDescendants } from '#platform/server/identity/index.ts'
import { type DeskWanted, listDesk } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Desk } from '../../contract/views.ts'
import { listToAccept } from '../duty-store.ts'
import { dutyObligation } from '../streams.ts'
import { linesOf, readDesk } from './desk-lines.ts'

type Call = CallContext['call']

const most = 500

/** What the queue of the offices is narrowed to. */
export type QueueFilter = {
  readonly search?: string | undefined
  readonly unit?: string | undefined
  readonly kind?: string | undefined
  readonly urgency?: string | undefined
  readonly state?: 'open' | 'submitted' | undefined
  readonly level?: number | undefined
  readonly late?: 'yes' | undefined
  readonly limit: number
}

/** What a unit and its sections owe, and what waits for its judgement. */
export function viewMyUnit(services: Services, call: Call): Promise<{ owed: Desk; toAccept: Desk }> {
  const { actor } = call
  return call.read(async (tx) => {
    const below = await listDescendants(tx, actor.jurisdiction, actor.organisation)
    const sections = below.filter(({ kind }) => kind === 'section').map(({ id }) => id)
    const units = [...ownUnits(actor), ...sections]
    const [owed, handedIn, duties] = await Promise.all([
      readDesk(services, call, tx, { debtors: units, limit: most }),
      listDesk(tx, actor.jurisdiction, { leads: units, state: 'submitted', limit: most }),
      listToAccept(tx, actor.jurisdiction, units),
    ])
    // who takes the answer of a duty is not always who leads
    const others = handedIn.filter(({ kind }) => kind !== dutyObligation)
    const lines = await linesOf(services, call, tx, [...duties.map(({ obligation }) => obligation), ...others])
    return { owed, toAccept: { lines, total: lines.length } }
  })
}

/** Everything that is owed in the county. */
export function viewQueue(services: Services, call: Call, filter: QueueFilter): Promise<Desk> {
  return call.read((tx) => readDesk(services, call, tx, wantedOf(call, filter)))
}

/** What a leader looks at: what has climbed past its lead, what is late, what is due within three working days. */
export function viewLeader(services: Services, call: Call): Promise<{ climbed: Desk; late: Desk; soon: Desk }> {
  const organisations = reach(call.actor, 'supervision.leader')
  const within: Pick<DeskWanted, 'debtors' | 'limit'> =
    organisations === 'all' ? { limit: most } : { debtors: organisations, limit: most }
  const soon = new Date(addWorkingDays(services.rules().calendar, call.now.getTime(), 3).at + 1)
  return call.read(async (tx) => {
    const [climbed, late, due] = await Promise.all([
      readDesk(services, call, tx, { ...within, level: 2 }),
      readDesk(services, call, tx, { ...within, dueBefore: call.now, state: 'open' }),
      readDesk(services, call, tx, { ...within, dueBefore: soon, state: 'open' }),
    ])
    const isHigh = ({ level }: { readonly level: number }) => level >= 2
    return {
      climbed,
      late: part(late, (line) => line.remaining.late && !isHigh(line)),
      soon: part(due, (line) => !line.remaining.late),
    }
  })
}

function part(desk: Desk, isOne: (line: Desk['lines'][number]) => boolean): Desk {
  const lines = desk.lines.filter(isOne)
  return { lines, total: desk.total - (desk.lines.length - lines.length) }
}

function wantedOf(call: Call, { unit, kind, urgency, late, ...rest }: QueueFilter): DeskWanted {
  return {
    ...rest,
    debtors: unit === undefined ? undefined : [unit],
    kinds: kind === undefined ? undefined : [kind],
    ladder: urgency,
    dueBefore: late === 'yes' ? call.now : undefined,
  }
}
