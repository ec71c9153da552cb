import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { type Platform, runToEnd, startPlatform } from '../startup/platform.ts'
import { postmasterOf } from './postmaster.ts'

const kills = Number(process.env.XIANQU_KILLS || 20)
const lanes = 8
const heading = '节点编号,节点名称,责任单位,责任人,计划开始,完成时限,交付成果'

let data: string
let platform: Platform
let lead: Client
let nodes: string[]

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'xianqu-crash-'))
  platform = await startPlatform({ data })
  lead = await signIn()
  const rows = Array.from(
    { length: lanes },
    (_, n) => `${n + 1},抗压节点${n},县发改局,王建国,2026-01-05,2027-12-31,照片 1 张`,
  )
  const file = await lead.upload('计划.csv', [heading, ...rows].join('\n'))
  const imported = await lead.call('POST', '/project-imports', {
    file: file.body.file,
    title: '抗压测试',
    kind: 'reform',
  })
  await lead.call('POST', `/projects/${imported.body.project}/start`)
  const detail = await lead.call('GET', `/projects/${imported.body.project}`)
  nodes = detail.body.nodesInOrder.map((node: { node: string }) => node.node)
})
afterAll(async () => {
  await platform?.interrupt('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

/** A report that was acknowledged: its key, its node and the entry of the record that was named. */
type Acknowledged = { readonly key: string; readonly node: string; readonly entry: string; readonly note: string }

it(`after ${kills} kills of server and PostgreSQL under load every acknowledged command is there, none twice, and the record verifies`, async () => {
  const acknowledged: Acknowledged[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const load = reportUntilKilled(acknowledged)
    await sleep(randomInt(100, 600))
    if (kill % 2 === 0) await killServer()
    else killPostgres()
    await load.stop()
    if (kill % 2 === 1) await untilHealthy()
  }
  expect(acknowledged.length).toBeGreaterThan(kills)
  await assertOnce(acknowledged)
  await assertVerifies()
}, 600_000)

async function signIn(): Promise<Client> {
  const accounts = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8'))
  const credentials = { login: 'wangjianguo', password: accounts.wangjianguo.password }
  const answer = await openClient(platform.url, '').call('POST', '/session', credentials)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return openClient(platform.url, answer.cookie)
}

/** Reports on every node at once until told to stop; what is not answered counts for nothing. */
function reportUntilKilled(acknowledged: Acknowledged[]) {
  let stopping = false
  const lane = async (node: string) => {
    while (!stopping) {
      const key = randomUUID()
      const report = { progress: 1, note: key }
      const answer = await lead.call('POST', `/nodes/${node}/reports`, report, key).catch(() => undefined)
      if (answer?.status === 200) acknowledged.push({ key, node, entry: answer.body.entry, note: key })
      else await sleep(20)
    }
  }
  const running = Promise.all(nodes.map(lane))
  return {
    stop: () => {
      stopping = true
      return running
    },
  }
}

async function killServer(): Promise<void> {
  await platform.interrupt('SIGKILL')
  platform = await startPlatform({ data })
  lead = openClient(platform.url, lead.cookie)
}

function killPostgres(): void {
  const pid = postmasterOf(data)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

async function untilHealthy(): Promise<void> {
  let last = 'no answer'
  for (let turn = 0; turn < 600; turn += 1) {
    const answer = await lead.call('GET', '/today').catch(() => undefined)
    if (answer?.status === 200) return
    last = answer ? JSON.stringify(answer.body) : last
    await sleep(50)
  }
  throw new Error(`the platform did not come back after its PostgreSQL was killed: ${last}\n${platform.output()}`)
}

/** Each key is sent again: the first answer comes back, and the trail holds its note once. */
async function assertOnce(acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { key, node, entry, note } of acknowledged.slice(-200)) {
    const again = await lead.call('POST', `/nodes/${node}/reports`, { progress: 1, note }, key)
    expect(again.body.entry).toBe(entry)
  }
  const told = new Map<string, number>()
  for (const node of nodes) {
    const { trail } = (await lead.call('GET', `/nodes/${node}`)).body
    for (const step of trail as { note: string }[]) told.set(step.note, (told.get(step.note) ?? 0) + 1)
  }
  expect(acknowledged.filter(({ note }) => told.get(note) !== 1)).toEqual([])
}

async function assertVerifies(): Promise<void> {
  const exported = join(data, 'export.jsonl')
  const out = await runToEnd(['journal', 'export', '--out', exported], { data })
  expect(out.status, out.output).toBe(0)
  const head = join(data, 'head.json')
  writeFileSync(head, JSON.stringify((await lead.call('GET', '/journal/head')).body.head))
  const key = join(data, 'journal-public-key.pem')
  const verified = await runToEnd(['journal', 'verify', exported, '--head', head, '--public-key', key], { data })
  expect(verified.status, verified.output).toBe(0)
}
