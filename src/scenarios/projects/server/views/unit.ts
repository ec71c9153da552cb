import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, findOrganisation, listDescendants } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { NodeRow, UnitOverview } from '../../contract/views.ts'
import { countUnits, listUnitsNodes } from '../project-store.ts'
import { nodeRowOf, partsFor } from './node-rows.ts'

/** A unit's and its sections' open nodes by person, those with red lamps first, and the other units below with their counts. */
export async function viewUnit(services: Services, call: CallContext['call'], unit: string): Promise<UnitOverview> {
  const { actor } = call
  if (unit !== actor.organisation && !permits(actor, 'projects.read', { organisation: unit as OrganisationId }))
    refused('permission.reach', { permission: 'projects.read' })
  return call.read(async (tx) => {
    const [organisation, below] = await Promise.all([
      findOrganisation(tx, actor.jurisdiction, unit),
      listDescendants(tx, actor.jurisdiction, unit),
    ])
    if (organisation === undefined) refused('record.unknown')
    const sections = below.filter(({ kind }) => kind === 'section').map(({ id }) => id)
    const others = below.filter(({ kind }) => kind !== 'section').map(({ id }) => id)
    const [nodes, counts] = await Promise.all([
      listUnitsNodes(tx, actor.jurisdiction, [unit, ...sections]),
      countUnits(tx, actor.jurisdiction, others),
    ])
    const [parts, names] = await Promise.all([
      partsFor(tx, actor.jurisdiction, services.rules(), nodes, call.now),
      findNames(tx, actor.jurisdiction, { organisations: counts.map((count) => count.organisation) }),
    ])
    const rows = nodes.map((node) => nodeRowOf(node, parts))
    return {
      organisation: organisation.id,
      organisationName: organisation.name,
      lamps: countLamps(rows),
      people: byPerson(rows),
      below: counts.map((count) => ({ ...count, organisationName: names.organisation(count.organisation) })),
    }
  })
}

function byPerson(rows: readonly NodeRow[]): UnitOverview['people'] {
  const groups = new Map<string, { person: string | null; personName: string | null; nodes: NodeRow[] }>()
  for (const row of rows) {
    const { person, personName } = row.owner
    const group = groups.get(person ?? '') ?? { person, personName, nodes: [] }
    group.nodes.push(row)
    groups.set(person ?? '', group)
  }
  const red = (nodes: readonly NodeRow[]) => nodes.filter((node) => node.lamp === 'red').length
  return [...groups.values()].sort((a, b) => red(b.nodes) - red(a.nodes) || b.nodes.length - a.nodes.length)
}

function countLamps(rows: readonly NodeRow[]): UnitOverview['lamps'] {
  const counts = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }
  for (const row of rows) counts[row.lamp] += 1
  return counts
}
