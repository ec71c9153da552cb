import type { Division } from './pack.ts'
import type { Placed, Report } from './report.ts'
import type { Sections } from './sections.ts'

/** The first serial number of a village in the statistical division codes; communities come before it. */
const firstVillage = 200

/** The towns, villages and communities of a county, with their codes checked against each other. */
export function divisionsOf(sections: Sections, county: string, report: Report): Division[] {
  const all = sections.divisions.flatMap(({ value, source }) =>
    value.towns.flatMap((town, index): Placed<Division>[] => {
      const at = (...path: readonly (string | number)[]) => source.locate(['towns', index, ...path])
      const villages = Object.entries(town.villages).map(([code, name]): Placed<Division> => {
        const place = source.locateKey(['towns', index, 'villages'], code)
        return { item: { code, name, level: levelOf(code), parent: town.code }, at: () => place }
      })
      return [{ item: { code: town.code, name: town.name, level: 'town', parent: county }, at }, ...villages]
    }),
  )
  for (const { item, at } of all) {
    const digits = item.level === 'town' ? 9 : 12
    if (item.code.length !== digits || !/^\d+$/.test(item.code) || !item.code.startsWith(item.parent))
      report.add('county.division.code', at('code'), { code: item.code, digits, parent: item.parent })
  }
  return report.unique(all, (division) => division.code, 'county.id.duplicate', 'code').map(({ item }) => item)
}

function levelOf(code: string): 'village' | 'community' {
  return Number(code.slice(-3)) >= firstVillage ? 'village' : 'community'
}
