import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runToEnd } from '../../tests/startup/platform.ts'
import { type Acknowledged, titlePrefix } from './load.ts'
import type { Site } from './site.ts'

/** What the record tells, in so far as the load is concerned. */
export type Told = {
  readonly entries: number
  /** How often each note was reported. */
  readonly reports: ReadonlyMap<string, number>
  /** The deadlines of obligations by their titles, one for each time that one was opened. */
  readonly opened: ReadonlyMap<string, readonly string[]>
  /** The instants at which the first rung was passed, by title. */
  readonly climbed: ReadonlyMap<string, readonly string[]>
}

/** The notes of the load; those of the demonstration are repeated. */
const uuid = /^[0-9a-f-]{36}$/

/** Exports the record, verifies it with the head that is published, and reads it. */
export async function readVerified(site: Site): Promise<Told> {
  const { data } = site
  const [exported, head] = [join(data, 'export.jsonl'), join(data, 'head.json')]
  const out = await runToEnd(['journal', 'export', '--out', exported], { data })
  if (out.status !== 0) throw new Error(out.output)
  writeFileSync(head, (await runToEnd(['journal', 'head'], { data })).stdout)
  const key = join(data, 'journal-public-key.pem')
  const verified = await runToEnd(['journal', 'verify', exported, '--head', head, '--public-key', key], { data })
  if (verified.status !== 0) throw new Error(`the record does not verify: ${verified.output}`)
  return readExport(exported)
}

async function readExport(path: string): Promise<Told> {
  const told = { entries: 0, reports: new Map(), opened: new Map(), climbed: new Map() }
  const titles = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { type, header, payload } = JSON.parse(line)
    if (type !== 'entry') continue
    told.entries += 1
    if (header.kind === 'plans.node.reported' && uuid.test(payload.note))
      told.reports.set(payload.note, (told.reports.get(payload.note) ?? 0) + 1)
    if (header.kind === 'obligations.obligation.opened' && payload.title.startsWith(titlePrefix)) {
      titles.set(header.stream.split('/')[1], payload.title)
      add(told.opened, payload.title, payload.dueAt)
    }
    if (header.kind === 'obligations.obligation.climbed' && (payload.facts ?? payload).level === 1)
      for (const [id, at] of climbedBy(header, payload)) add(told.climbed, titles.get(id) ?? id, at)
  }
  return told
}

type Payload = { readonly steps?: readonly { readonly at: string; readonly members: readonly [id: string][] }[] }

/** Who climbed by an entry, and when: many that are told together, or one in its own stream. */
function climbedBy(header: { readonly stream: string; readonly at: string }, { steps }: Payload): [string, string][] {
  if (steps === undefined) return [[header.stream.split('/')[1] ?? '', header.at]]
  return steps.flatMap(({ at, members }) => members.map(([id]): [string, string] => [id, at]))
}

function add(to: Map<string, readonly string[]>, title: string, one: string): void {
  to.set(title, [...(to.get(title) ?? []), one])
}

/** What of the acknowledged is there once, not at all, or more than once; and which deadlines did not pass once, at their instant. */
export function findInRecord(told: Told, { reports, matters }: Acknowledged) {
  const times = [
    ...reports.map((note) => [note, told.reports.get(note) ?? 0] as const),
    ...matters.map(({ title }) => [title, told.opened.get(title)?.length ?? 0] as const),
  ]
  const named = (wanted: (found: number) => boolean) => times.filter(([, n]) => wanted(n)).map(([name]) => name)
  const mistimed = matters.filter(({ title, dueAt }) => {
    const expected = new Date(Date.parse(dueAt) + 1).toISOString()
    const passed = told.climbed.get(title) ?? []
    return passed.length !== 1 || passed[0] !== expected
  })
  const unacknowledged = [...told.reports.values(), ...[...told.opened.values()].map((one) => one.length)]
  return {
    entries: told.entries,
    found: named((n) => n === 1).length,
    lost: named((n) => n === 0),
    doubled: [...named((n) => n > 1), ...unacknowledged.filter((n) => n > 1).map((n) => `${n} times`)],
    passed: matters.length - mistimed.length,
    mistimed: mistimed.map(({ title }) => title),
  }
}
