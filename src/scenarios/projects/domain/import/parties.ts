import type { Mapping, RowProblem } from '../../contract/import.ts'
import type { PlanRow } from './plan-rows.ts'
import { problem } from './problem.ts'

/** A unit as a sheet may name it. */
export type KnownUnit = { readonly id: string; readonly names: readonly string[] }

/** A person in a unit as a sheet may name it; `login` tells namesakes apart when written behind the name. */
export type KnownPerson = { readonly id: string; readonly name: string; readonly login: string; readonly unit: string }

/** Who is known in the county. */
export type Directory = { readonly units: readonly KnownUnit[]; readonly people: readonly KnownPerson[] }

/** The unit and person of a row, where its words name exactly one. */
export type Owner = { readonly organisation: string | null; readonly person: string | null }

/** Finds the units and people that sheets name. */
export function ownerFinder(directory: Directory, mapping: Mapping) {
  const units = groupBy(
    directory.units.flatMap((unit) => unit.names.map((name) => ({ name: plain(name), unit }))),
    ({ name }) => name,
  )
  const people = groupBy(directory.people, ({ unit }) => unit)
  return (row: PlanRow, problems: RowProblem[]): Owner => {
    if (row.organisation === '') return { organisation: null, person: null }
    const found = [...new Set((units.get(plain(row.organisation)) ?? []).map(({ unit }) => unit.id))]
    const organisation = found.length === 1 ? found[0] : undefined
    if (organisation === undefined) {
      const facts = { name: row.organisation, count: found.length }
      const code =
        found.length === 0 ? 'projects.import.organisation-unknown' : 'projects.import.organisation-ambiguous'
      problems.push(problem({ row: row.row, mapping }, 'organisation', code, facts))
      return { organisation: null, person: null }
    }
    return { organisation, person: personOf(row, people.get(organisation) ?? [], mapping, problems) }
  }
}

function personOf(
  row: PlanRow,
  people: readonly KnownPerson[],
  mapping: Mapping,
  problems: RowProblem[],
): string | null {
  if (row.person === '') return null
  const wanted = plain(row.person)
  const found = people.filter(({ name, login }) => plain(name) === wanted || plain(name + login) === wanted)
  const ids = [...new Set(found.map(({ id }) => id))]
  if (ids.length === 1) return ids[0] ?? null
  const facts = { name: row.person, organisation: row.organisation, count: ids.length }
  const code = ids.length === 0 ? 'projects.import.person-unknown' : 'projects.import.person-ambiguous'
  problems.push(problem({ row: row.row, mapping }, 'person', code, facts))
  return null
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•]/g, '')
    .toLowerCase()
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
