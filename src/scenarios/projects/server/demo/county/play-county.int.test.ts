import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationOf } from '#platform/server/platform/index.ts'
import { openSuichang, type Suichang, suichang } from '../../../fixtures/suichang.ts'
import { findCountyProgress } from './play-county.ts'

const most = 3
const stories = 8
const firstDay = '2026-11-23T08:40:00+08:00'

/** Everything about the projects but the ids, which are new in every county. */
const told = `select p.title, n.code, n.state, n.progress, n.lamp, n.lamp_since, n.started_at, n.submitted_at, n.finished_at,
    n.version, n.next_due_at, o.level
  from plans.node n join plans.plan p on p.id = n.plan_id
    left join obligations.obligation o on o.subject = 'plans.node/' || n.id::text
  order by p.title, n.ordinal`
const plates = `select p.title, t.organisation, t.month, t.colour from plans.plate t join plans.plan p on p.id = t.plan_id order by 1, 2, 3`

async function figuresOf({ database }: Suichang) {
  return [await database.asOwner(told), await database.asOwner(plates)]
}

describe('three projects of Suichang played behind its scripts', () => {
  let whole: Suichang
  let cut: Suichang
  beforeAll(async () => {
    ;[whole, cut] = await Promise.all([openSuichang(firstDay), openSuichang(firstDay)])
    await whole.play()
    await cut.play()
    await whole.playCounty(most)
  }, 400_000)
  afterAll(() => Promise.all([whole.close(), cut.close()]))

  test('nobody sees a project half-played, and what was cut short is played again to the same figures', async () => {
    const seen: { plans: number; played: number }[] = []
    const look = async () => {
      const [row] = await cut.database.asOwner<{ plans: number; played: number }>(
        `select (select count(*)::int from plans.plan) as plans,
          (select count(*)::int from journal.entry where kind = 'projects.demo.project-played') as played`,
      )
      if (row) seen.push(row)
    }
    const looking = setInterval(look, 20)
    let acts = 0
    await expect(cut.playCounty(most, () => (++acts === 90 ? fail() : undefined))).rejects.toThrow('cut short')
    expect(await findCountyProgress(cut.services)).toEqual({ played: expect.any(Number), of: most + 1 })
    cut.clock.at = new Date('2026-11-23T15:10:00+08:00')
    await cut.playCounty(most)
    clearInterval(looking)
    expect(seen.length).toBeGreaterThan(5)
    for (const { plans, played } of seen) expect(plans).toBe(stories + Math.min(played, most))
    expect(await findCountyProgress(cut.services)).toEqual({ played: most + 1, of: most + 1 })
    await demonstrationOf(whole.platform, suichang).passTime(cut.clock.at)
    expect(await figuresOf(cut)).toEqual(await figuresOf(whole))
  }, 240_000)

  test('tell of months of work: deliverables accepted, returned and late, and plates given', async () => {
    const [row] = await whole.database.asOwner<Record<string, number>>(
      `select (select count(*)::int from plans.node where state = 'done' and leaf) as done,
        (select count(*)::int from journal.entry where kind = 'plans.node.reported') as reports,
        (select count(*)::int from plans.plate) as plates,
        (select count(*)::int from plans.plan where state in ('closed', 'archived')) as ended,
        (select count(*)::int from projects.evaluation) as evaluations,
        (select count(distinct date_trunc('month', at))::int from journal.entry where kind = 'plans.node.accepted') as months`,
    )
    expect(row?.done).toBeGreaterThan(50)
    expect(row?.reports).toBeGreaterThan(200)
    expect(row?.plates).toBeGreaterThan(60)
    expect(row?.months).toBeGreaterThan(6)
    expect(row?.ended).toBeGreaterThan(0)
    expect(row?.evaluations).toBeGreaterThan(10)
  })

  test('tell of hard cases in all their states, whose points are shared out', async () => {
    const rows = await whole.database.asOwner<{ state: string; count: number }>(
      `select state, count(*)::int as count from projects.hard_case group by state order by state`,
    )
    expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
      ...{ published: 1, assigned: 2, submitted: 1, scored: 6, withdrawn: 1 },
    })
  })

  test('everything happens in the past, in the order in which it is written down', async () => {
    const [row] = await whole.database.asOwner<{ late: number; disordered: number }>(
      `select count(*) filter (where at > recorded_at)::int as late,
        count(*) filter (where before > recorded_at)::int as disordered
      from (select at, recorded_at, lag(recorded_at) over (partition by stream order by version) as before from journal.entry
        where stream like 'plans.%' or stream like 'projects.hard-case/%') e`,
    )
    expect(row).toEqual({ late: 0, disordered: 0 })
  })

  test('a play that is over changes nothing when it is played again', async () => {
    const before = await whole.countEntries()
    await whole.playCounty(most)
    expect(await whole.countEntries()).toBe(before)
  })
})

function fail(): never {
  throw new Error('cut short')
}
