import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Division, PackOrganisation } from './pack.ts'
import { type Placed, placed, type Report } from './report.ts'
import type { Sections } from './sections.ts'

type Organisation = Placed<PackOrganisation>

/** The tree of organisations: those written down, and one for each village and community where the pack asks for that. */
export function organisationsOf(
  sections: Sections,
  divisions: readonly Division[],
  report: Report,
): PackOrganisation[] {
  const written = sections.organisations.flatMap((section) =>
    placed(section, section.value.organisations, 'organisations').map(
      ({ item, at }): Organisation => ({
        at,
        item: {
          id: item.id as OrganisationId,
          name: item.name,
          shortName: item.shortName ?? item.name,
          kind: item.kind,
          parent: item.parent as OrganisationId | undefined,
          division: item.division,
          absorbs: item.absorbs as OrganisationId[],
        },
      }),
    ),
  )
  const all = [...written, ...villagesOf(sections, divisions, written, report)]
  const tree = report.unique(all, ({ id }) => id, 'county.id.duplicate', 'id')
  report.unique(tree, ({ parent, name }) => `${parent}\n${name}`, 'county.name.duplicate', 'name')
  checkReferences(tree, divisions, report)
  checkAbsorbed(tree, report)
  checkRoot(tree, report)
  reportCycles(tree, report)
  return tree.map(({ item }) => item)
}

function villagesOf(
  sections: Sections,
  divisions: readonly Division[],
  towns: readonly Organisation[],
  report: Report,
): Organisation[] {
  const governing = new Map(towns.map(({ item }) => [item.division, item.id]))
  return sections.organisations.flatMap(({ value: { villages }, source }) => {
    if (!villages) return []
    const at = (...path: readonly (string | number)[]) => source.locate(['villages', ...path])
    return divisions.flatMap(({ code, name, level, parent }): Organisation[] => {
      if (level === 'town') return []
      const town = governing.get(parent)
      if (town === undefined) report.unknown('organisation', `${name} ${parent}`, at())
      const id = villages.id.replace('{code}', code) as OrganisationId
      return [
        {
          at,
          item: {
            id,
            name,
            shortName: shortVillage(name),
            kind: villages[level],
            parent: town,
            division: code,
            absorbs: [],
          },
        },
      ]
    })
  })
}

/** 东红村委会 is the committee of 东红村. */
function shortVillage(name: string): string {
  return name.endsWith('村委会') ? name.slice(0, -2) : name
}

function checkReferences(tree: readonly Organisation[], divisions: readonly Division[], report: Report): void {
  const ids = new Set<string>(tree.map(({ item }) => item.id))
  const codes = new Set(divisions.map(({ code }) => code))
  for (const { item, at } of tree) {
    if (item.parent !== undefined && !ids.has(item.parent)) report.unknown('organisation', item.parent, at('parent'))
    if (item.division !== undefined && !codes.has(item.division))
      report.unknown('division', item.division, at('division'))
  }
}

/** A unit is merged into one other, and is gone then. */
function checkAbsorbed(tree: readonly Organisation[], report: Report): void {
  const taken = new Set<string>(tree.map(({ item }) => item.id))
  for (const { item, at } of tree) {
    for (const [index, unit] of item.absorbs.entries()) {
      if (taken.has(unit)) report.add('county.organisation.absorbed', at('absorbs', index), { unit })
      taken.add(unit)
    }
  }
}

function checkRoot(tree: readonly Organisation[], report: Report): void {
  const roots = tree.filter(({ item }) => item.parent === undefined)
  if (roots.length === 1) return
  const second = roots[1] ?? tree[0]
  const place = second?.at() ?? { file: 'organisations/', line: 1, column: 1 }
  report.add('county.organisation.root', place, { count: roots.length })
}

/** Walks up from every organisation; each cycle is told once, at its member that stands first in the pack. */
function reportCycles(tree: readonly Organisation[], report: Report): void {
  const byId = new Map<string, Organisation>(tree.map((one) => [one.item.id, one]))
  const settled = new Set<string>()
  for (const start of tree) {
    const path: string[] = []
    const onPath = new Set<string>()
    let next: Organisation | undefined = start
    while (next && !settled.has(next.item.id) && !onPath.has(next.item.id)) {
      path.push(next.item.id)
      onPath.add(next.item.id)
      next = next.item.parent === undefined ? undefined : byId.get(next.item.parent)
    }
    if (next && onPath.has(next.item.id)) {
      const cycle = [...path.slice(path.indexOf(next.item.id)), next.item.id]
      report.add('county.organisation.cycle', next.at('parent'), { path: cycle.join(' → ') })
    }
    for (const id of path) settled.add(id)
  }
}
