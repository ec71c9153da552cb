import type { Transaction } from '#platform/server/database/index.ts'
import { listHolders } from '#platform/server/identity/index.ts'
import { appendEntries, newEntryId } from '#platform/server/journal/index.ts'
import { listDebtors, listDesk, type ObligationRow } from '#platform/server/obligations/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { dayToList, endOfDay } from '../domain/day-list.ts'
import { isListed, listTold, markListed, takePeople } from './day-list-store.ts'

/** Lists of another hour are those of a play, or of a day that is over: nobody is told them. */
const tooOldMilliseconds = 3_600_000
const titles = 5

/** Tells each person with something due the list of the day, once, however many sweepers there are. */
export function dayListSweep(services: Services): Sweep {
  return { name: 'supervision.day-list', once: (now, limit) => once(services, now, limit) }
}

async function once(services: Services, now: Date, limit: number): Promise<number> {
  const { calendar, dutyRule } = services.rules()
  const day = dayToList(calendar, dutyRule(now.getTime()).dailyList, now.getTime())
  if (day === undefined || services.clock.now().getTime() - now.getTime() > tooOldMilliseconds) return 0
  return services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, { day, now, limit }))
}

type Turn = { readonly day: string; readonly now: Date; readonly limit: number }

async function sweepIn(tx: Transaction, services: Services, { day, now, limit }: Turn): Promise<number> {
  const { jurisdiction } = services
  if (await isListed(tx, jurisdiction, day)) return 0
  const until = new Date(endOfDay(day))
  const debtors = await listDebtors(tx, jurisdiction, until)
  const heads = await headsOf(
    tx,
    jurisdiction,
    debtors.flatMap((one) => (one.person === null ? one.organisation : [])),
    now,
  )
  const people = [...new Set([...debtors.flatMap(({ person }) => person ?? []), ...heads.keys()])]
  const told = await listTold(tx, jurisdiction, day, people)
  const waiting = people.filter((person) => !told.has(person)).slice(0, limit)
  if (waiting.length === 0) {
    await markListed(tx, jurisdiction, day)
    return 0
  }
  const taken = await takePeople(tx, jurisdiction, day, waiting)
  const lists = await Promise.all(
    taken.map((person) => listOf(tx, jurisdiction, person, heads.get(person) ?? [], until)),
  )
  await appendEntries(
    tx,
    lists.map(({ person, rows }) => ({
      ...{
        id: newEntryId(),
        jurisdiction,
        stream: `supervision.day-list/${person}/${day}`,
        version: 1,
        recordedAt: now,
      },
      ...{ kind: 'supervision.day-list.told', actor: { system: 'clock' } },
      payload: {
        ...{ person, day, late: rows.filter((row) => row.due_at < now).length, all: rows.length },
        titles: rows.slice(0, titles).map((row) => (row.readers === null ? row.title : '限定知悉范围的事项')),
      },
    })),
  )
  return taken.length
}

/** Who heads the units that owe something without naming anybody, and which units each heads. */
async function headsOf(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const heads = new Map<string, string[]>()
  const held = await Promise.all(
    units.map(async (unit) => ({ unit, holders: await listHolders(tx, jurisdiction, `${unit}.director`, now) })),
  )
  for (const { unit, holders } of held) for (const { id } of holders) heads.set(id, [...(heads.get(id) ?? []), unit])
  return heads
}

async function listOf(
  tx: Transaction,
  jurisdiction: string,
  person: string,
  units: readonly string[],
  dueBefore: Date,
): Promise<{ readonly person: string; readonly rows: readonly ObligationRow[] }> {
  const wanted = { debtors: units, person, dueBefore, state: 'open' as const, limit: 200 }
  return { person, rows: await listDesk(tx, jurisdiction, wanted) }
}
