import type { Transaction } from '#platform/server/database/index.ts'
import { countDesk } from './desk-store.ts'
import { lastId, standsStill } from './desk-wanted.ts'
import type { HeldPlace } from './held-place.ts'
import { type ObligationRow, obligationColumns } from './obligation-row.ts'

/** Which late obligations are wanted: those on the rungs of `holder`, after a place, so many. */
export type HeldWanted = {
  readonly holder: string
  readonly after?: HeldPlace | undefined
  readonly limit: number
  /** What the holder leads is looked through up to so much; where it leads more, what climbed last is. */
  readonly most?: number
}

/**
 * Late obligations that stand on a rung held by an organisation, or that it leads; latest climbed first.
 * Found by what stands still at it, and by the clocks that have climbed, not by looking at all that is open.
 */
export async function listHeld(
  tx: Transaction,
  jurisdiction: string,
  { holder, after, limit, most }: HeldWanted,
): Promise<ObligationRow[]> {
  const led = await countDesk(tx, jurisdiction, { leads: [holder], state: 'open', limit }, most)
  const byLead = led.isMore ? 'walk' : 'gather'
  const { levelAt, clock, id } = after ?? { levelAt: 'infinity', clock: lastId, id: lastId }
  return tx.prepared<ObligationRow>(
    `obligations.list-held/${byLead}`,
    `with held as ((${standing}) union all (${runningBy('= $2')}) union all (${ways[byLead]}))
      select ${obligationColumns} from (select * from held order by level_at desc, clock desc, id desc limit $7) h
        join obligations.obligation o on o.jurisdiction_id = $1 and o.id = h.id
      order by h.level_at desc, h.clock desc, h.id desc`,
    [jurisdiction, holder, levelAt, clock, id, clock === standsStill ? id : lastId, limit],
  )
}

const standing = `select o.id, o.level_at, '${standsStill}'::uuid as clock from obligations.owed o
  where o.jurisdiction_id = $1 and o.holder_organisation = $2 and o.level > 0 and o.clock_id is null
    and o.state in ('open', 'submitted') and (o.level_at, o.id) < ($3::timestamptz, $6::uuid)
  order by o.level_at desc, o.id desc limit $7`

/** What runs by clocks with such a holder, latest climbed first. */
function runningBy(holder: string, narrowed = ''): string {
  return `select o.id, c.level_at, c.id as clock from obligations.clock c cross join lateral (
      select o.id from obligations.owed o where o.jurisdiction_id = $1 and o.clock_id = c.id ${narrowed}
        and o.id < case when c.id = $4::uuid then $5::uuid else '${lastId}'::uuid end
      order by o.id desc limit $7) o
    where c.jurisdiction_id = $1 and c.holder_organisation ${holder} and c.level > 0
      and (c.level_at, c.id) <= ($3::timestamptz, $4::uuid)
    order by c.level_at desc, c.id desc, o.id desc limit $7`
}

/** Where the lead of each holds the rung: by all that it leads, or where that is very much by what climbed last. */
const ways = {
  gather: `select o.id, c.level_at, c.id as clock from obligations.owed o
      join obligations.clock c on c.jurisdiction_id = $1 and c.id = o.clock_id
    where o.jurisdiction_id = $1 and o.lead_organisation = $2 and o.state = 'open' and c.level > 0
      and c.holder_organisation is null and (c.level_at, c.id, o.id) < ($3::timestamptz, $4::uuid, $5::uuid)
    order by c.level_at desc, c.id desc, o.id desc limit $7`,
  walk: runningBy('is null', 'and o.lead_organisation = $2'),
} as const
