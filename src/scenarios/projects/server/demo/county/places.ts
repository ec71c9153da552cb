import type { Seeded } from '#platform/kernel/seeded.ts'
import type { PackOrganisation } from '#platform/server/county/index.ts'
import type { Template } from './outline.ts'

/** Where a project lies. */
export type Place = { readonly town: PackOrganisation; readonly village: PackOrganisation | undefined }

const towns = ['town', 'township', 'subdistrict']
const villages = ['village', 'community']

/** Gives each project of a template a place of its own, over all towns in turn. */
export function placesOf(organisations: readonly PackOrganisation[], chance: Seeded) {
  const all = chance.shuffled(organisations.filter(({ kind }) => towns.includes(kind)))
  const below = (town: PackOrganisation) =>
    organisations.filter(({ kind, parent, shortName }) => {
      return parent === town.id && villages.includes(kind) && !shortName.startsWith(town.shortName)
    })
  const places = {
    county: all.map((town): Place => ({ town, village: undefined })),
    town: all.map((town): Place => ({ town, village: undefined })),
    village: spread(all.map((town) => chance.shuffled(below(town)).map((village): Place => ({ town, village })))),
    community: spread(
      all
        .filter(({ kind }) => kind === 'subdistrict')
        .map((town) => chance.shuffled(below(town)).map((village): Place => ({ town, village }))),
    ),
  }
  const taken = { county: 0, town: 0, village: 0, community: 0 }
  return ({ place }: Template): Place => {
    const list = places[place]
    const next = list[taken[place] % list.length]
    taken[place] += 1
    if (next === undefined) throw new Error(`the county has no place of the kind ${place}`)
    return next
  }
}

/** The first of each list, then the second of each, and so on. */
function spread<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat()
}
