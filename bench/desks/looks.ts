import type { TestPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { Meter } from '../harness.ts'
import { percentile } from '../percentile.ts'

type Page = { readonly name: string; readonly who: Client; readonly path: string }

/** Looks at every desk as its page does: once after the database began anew, then again and again. */
export async function measureLooks(meter: Meter, world: TestPlatform, looks: number): Promise<void> {
  for (const page of await pagesOf(world)) {
    const first = await look(page)
    const times: number[] = []
    for (let again = 0; again < looks; again += 1) times.push(await look(page))
    meter.report({ metric: `${page.name}_first_ms`, value: first, unit: 'ms', runs: 1 })
    meter.report({ metric: `${page.name}_p95_ms`, value: percentile(times, 0.95), unit: 'ms', runs: looks })
  }
}

async function pagesOf(world: TestPlatform): Promise<readonly Page[]> {
  const [clerk, head, offices, officer, leader] = await Promise.all(
    ['lixiaoyan', 'zhoumin', 'liufang', 'wujing', 'chenshumin'].map((login) => world.as(login)),
  )
  if (!clerk || !head || !offices || !officer || !leader) throw new Error('somebody is missing')
  const queue = (name: string, query = '') => ({
    name: `queue${name}`,
    who: offices,
    path: `/desk/queue?limit=100${query}`,
  })
  const months = 'from=2025-12&to=2026-11'
  return [
    { name: 'today', who: clerk, path: '/day' },
    queue(''),
    queue('_later', `&after=${await placeAfter(offices, 20)}`),
    queue('_unit', '&unit=shuili'),
    queue('_kind', '&kind=plan-node'),
    queue('_urgent', '&urgency=urgent'),
    queue('_submitted', '&state=submitted'),
    queue('_late', '&late=yes'),
    queue('_climbed', '&level=2'),
    queue('_narrow', '&kind=duty&urgency=urgent&late=yes&level=2&unit=zhujian'),
    queue('_often', `&search=${encodeURIComponent('河道')}`),
    queue('_seldom', `&search=${encodeURIComponent('防汛闸门')}`),
    queue('_nothing', `&search=${encodeURIComponent('没有这回事')}`),
    { name: 'leader', who: leader, path: '/desk/leader' },
    { name: 'unit', who: head, path: '/desk/unit' },
    { name: 'unit_to_accept', who: head, path: '/desk/unit/to-accept' },
    { name: 'discipline', who: officer, path: '/escalated' },
    { name: 'rates', who: offices, path: `/supervision-rates?${months}` },
    ...['due', 'inTime', 'extended', 'returned', 'passedUp'].map((of) => ({
      ...{ name: `records_${of}`, who: offices, path: `/supervision-rates/records?${months}&of=${of}` },
    })),
    {
      ...{ name: 'records_of_unit', who: offices },
      path: `/supervision-rates/records?${months}&of=returned&unit=shuili`,
    },
  ]
}

/** Where the queue goes on after so many pages. */
async function placeAfter(offices: Client, pages: number): Promise<string> {
  let after = ''
  for (let page = 0; page < pages; page += 1) {
    const { body } = await offices.call('GET', `/desk/queue?limit=100${after && `&after=${after}`}`)
    after = body.next ?? after
  }
  return after
}

async function look({ who, path }: Page): Promise<number> {
  const started = performance.now()
  const { status, body } = await who.call('GET', path)
  const took = performance.now() - started
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return took
}
