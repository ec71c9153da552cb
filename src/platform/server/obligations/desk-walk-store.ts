import { clockDue, levelsOf, narrowing, type Parameters } from './desk-pool-store.ts'
import { type DeskPlace, type DeskWanted, lastId, standsStill } from './desk-wanted.ts'

/**
 * The first of what is wanted in the order of urgency, read by index rung by rung until there are enough, however many there are: of what
 * stands still, and of what runs, clock by clock.
 */
export function walkOf(wanted: DeskWanted, parameters: Parameters): string {
  const conditions = narrowing(wanted, parameters)
  const { add } = parameters
  const froms = startsOf(wanted)
  const places = (['level', 'dueAt', 'clock', 'id', 'standingId'] as const).map((key) =>
    add(froms.map((from) => from[key])),
  )
  const limit = add(wanted.limit)
  const standing = `select o.id, l.level, o.due_at, '${standsStill}'::uuid as clock from l cross join lateral (
      select o.id, o.due_at from obligations.owed o
      where o.clock_id is null and o.level = l.level and (o.due_at, o.id) > (l.due_at, l.standing_id) and ${conditions}
      order by o.due_at, o.id limit ${limit}) o`
  const running = `select o.id, l.level, o.due_at, o.clock from l cross join lateral (
      select o.id, c.due_at, c.id as clock from obligations.clock c cross join lateral (
        select o.id from obligations.owed o where o.clock_id = c.id
          and o.id > case when c.id = l.clock then l.id else '${standsStill}'::uuid end and ${conditions}
        order by o.id limit ${limit}) o
      where c.jurisdiction_id = $1 and c.level = l.level and (c.due_at, c.id) >= (l.due_at, l.clock) ${clockDue(wanted, parameters)}
      order by c.due_at, c.id, o.id limit ${limit}) o`
  const both = wanted.state === 'submitted' ? [standing] : [standing, running]
  return `with l as (select * from unnest(${places[0]}::smallint[], ${places[1]}::timestamptz[], ${places[2]}::uuid[],
      ${places[3]}::uuid[], ${places[4]}::uuid[]) as l(level, due_at, clock, id, standing_id))
    ${both.map((one) => `(${one})`).join(' union all ')}`
}

type Start = {
  readonly level: number
  readonly dueAt: string
  readonly clock: string
  readonly id: string
  /** What stands still comes before what runs: after a clock, only a later deadline is left of it. */
  readonly standingId: string
}

/** Where the walk begins on each rung: at its beginning, or after the last page where that ended on it. */
function startsOf({ after, ...wanted }: DeskWanted): readonly Start[] {
  const [low, high] = levelsOf(wanted)
  const first = Math.min(high, after?.level ?? high)
  return Array.from({ length: Math.max(0, first - low + 1) }, (_, index) => startOn(first - index, after))
}

function startOn(level: number, after: DeskPlace | undefined): Start {
  if (after === undefined || level !== after.level)
    return { level, dueAt: '-infinity', clock: standsStill, id: standsStill, standingId: standsStill }
  const { clock, id } = after
  return { level, dueAt: after.dueAt.toISOString(), clock, id, standingId: clock === standsStill ? id : lastId }
}
