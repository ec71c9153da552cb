import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '#platform/testing/route-client.ts'
import type { Site } from './site.ts'

/** What was answered with 200: nothing of it may be missing afterwards, and nothing may be there twice. */
export type Acknowledged = {
  /** The note of each report, which is its key too. */
  readonly reports: readonly string[]
  readonly matters: readonly { readonly title: string; readonly dueAt: string }[]
}

/** What its matters are called begins so. */
export const titlePrefix = '抗压事项 '
const reporters = 6
const openers = 2
/** A matter falls due this long after it was opened, in the midst of the kills. */
const dueMilliseconds = 4000
const breath = 20

/** Reports on nodes and opens matters that soon fall due, until told to stop; what is not answered counts for nothing. */
export async function startLoad(site: Site) {
  const lead = await site.signIn('wangjianguo')
  const offices = await site.signIn('liufang')
  const nodes = await openProject(site, lead)
  const reports: string[] = []
  const refused = new Map<string, number>()
  const hear = ({ status, body }: Answer) => {
    if (status !== 200) refused.set(body.code, (refused.get(body.code) ?? 0) + 1)
    return status === 200
  }
  const matters: { title: string; dueAt: string }[] = []
  let stopping = false
  const lane = async (once: () => Promise<boolean>) => {
    while (!stopping) if (!(await once().catch(() => false))) await sleep(breath)
  }
  const report = async (node: string) => {
    const note = randomUUID()
    const answer = await site.client(lead).call('POST', `/nodes/${node}/reports`, { progress: 1, note }, note)
    if (hear(answer)) reports.push(note)
    return answer.status === 200
  }
  const open = async () => {
    const matter = {
      title: `${titlePrefix}${randomUUID()}`,
      dueAt: new Date(Date.now() + dueMilliseconds).toISOString(),
    }
    const answer = await site.client(offices).call('POST', '/matters', { ...common, ...matter })
    if (hear(answer)) matters.push(matter)
    await sleep(breath * 5)
    return answer.status === 200
  }
  const running = Promise.all([
    ...nodes.map((node) => lane(() => report(node))),
    ...Array.from({ length: openers }, () => lane(open)),
  ])
  return {
    acknowledged: () => reports.length + matters.length,
    stop: async (): Promise<Acknowledged> => {
      stopping = true
      await running
      if (reports.length === 0 || matters.length === 0)
        throw new Error(`${reports.length} reports, ${matters.length} matters: ${JSON.stringify([...refused])}`)
      return { reports, matters }
    },
  }
}

const common = {
  ...{ content: '抗压测试', source: 'instruction', sourceTitle: '抗压测试', urgency: 'standard' },
  ...{ lead: 'jiaotong', parts: [] },
}

async function openProject(site: Site, lead: string): Promise<string[]> {
  const heading = '节点编号,节点名称,责任单位,责任人,计划开始,完成时限,交付成果'
  const rows = Array.from(
    { length: reporters },
    (_, n) => `${n + 1},抗压节点${n},县发改局,王建国,2026-01-05,2027-12-31,照片 1 张`,
  )
  const client = site.client(lead)
  const file = await client.upload('计划.csv', [heading, ...rows].join('\n'))
  const plan = { file: file.body.file, title: '抗压测试', kind: 'reform' }
  const imported = await client.call('POST', '/project-imports', plan)
  const started = await client.call('POST', `/projects/${imported.body.project}/start`)
  if (started.status !== 200) throw new Error(JSON.stringify(started.body))
  const detail = await client.call('GET', `/projects/${imported.body.project}`)
  return detail.body.nodesInOrder.map((node: { node: string }) => node.node)
}
