import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FilePreview, FilePreviewInput } from '../../contract/project-file.ts'
import { compareCalendars } from '../../domain/mspdi/calendar-differences.ts'
import type { FileNode } from '../../domain/mspdi/plan-of-file.ts'
import { matchFileOwners } from './owners.ts'
import { readFile } from './read-file.ts'

const most = { nodes: 500, unread: 300 } as const

/** What a file would become, with everything that is said of it. */
export async function previewFile(
  services: Services,
  call: CallContext['call'],
  input: FilePreviewInput,
): Promise<FilePreview> {
  const { fileName, head, plan } = await readFile(services, call, input.file)
  const matched = await matchFileOwners(call, plan, input.owners)
  const names = await call.read((tx) =>
    findNames(tx, call.actor.jurisdiction, {
      organisations: [...matched.owners.map((one) => one.organisation), ...matched.units.values()],
      people: matched.owners.map((one) => one.person),
    }),
  )
  const owners = plan.owners.map((owner) => {
    const { match, organisation, person } = matched.owners.find((one) => one.resource === owner.uid) ?? unmatched
    return {
      ...{ resource: owner.uid, name: owner.name, group: owner.group, tasks: owner.tasks, match },
      ...{ organisation, person },
      organisationName: organisation && names.organisation(organisation),
      personName: person && names.person(person),
    }
  })
  const byResource = new Map(owners.map((owner) => [owner.resource, owner]))
  const leaves = plan.nodes.filter((node) => node.leaf)
  const span = spanOf(leaves)
  return {
    fileName,
    title: head.title || fileName.replace(/\.\w+$/, ''),
    encoding: head.encoding,
    saveVersion: head.saveVersion,
    tasks: plan.nodes.length,
    leaves: leaves.length,
    links: leaves.reduce((sum, node) => sum + node.links.length, 0),
    milestones: leaves.filter(({ start, finish }) => finish - start < 1000).length,
    start: span && new Date(span[0]).toISOString(),
    finish: span && new Date(span[1]).toISOString(),
    baselines: countBaselines(plan.nodes),
    notes: plan.notes.map((note) => ({ ...note, examples: [...note.examples] })),
    owners,
    calendar: calendarOf(services, head, span),
    unread: head.unread
      .toSorted((a, b) => Number(a.derived) - Number(b.derived) || b.filled - a.filled)
      .slice(0, most.unread),
    nodes: plan.nodes.slice(0, most.nodes).map((node, row) => {
      const owner = node.resource === null ? undefined : byResource.get(node.resource)
      const unit = matched.units.get(node.unit)
      return {
        ...{ row: row + 1, code: node.code, depth: node.depth, title: node.title },
        organisationName: owner?.organisationName ?? (unit === undefined ? null : names.organisation(unit)),
        personName: owner?.personName ?? null,
        plannedStart: new Date(node.start).toISOString(),
        deadline: new Date(node.finish).toISOString(),
      }
    }),
  }
}

const unmatched = { match: 'none', organisation: null, person: null } as const

function spanOf(leaves: readonly FileNode[]): readonly [number, number] | null {
  if (leaves.length === 0) return null
  const first = leaves.reduce((earliest, { start }) => Math.min(earliest, start), Infinity)
  return [first, leaves.reduce((latest, { finish }) => Math.max(latest, finish), -Infinity)]
}

function calendarOf(
  services: Services,
  head: Awaited<ReturnType<typeof readFile>>['head'],
  span: readonly [number, number] | null,
) {
  const compared = span && compareCalendars(head.calendars, head.calendar, services.rules().calendar, span)
  return compared && { ...compared, differences: [...compared.differences] }
}

function countBaselines(nodes: readonly FileNode[]) {
  const counts = new Map<number, number>()
  for (const { baselines } of nodes)
    for (const { number } of baselines) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([number, tasks]) => ({ number, tasks }))
}
