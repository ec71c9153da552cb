import type { Directory, KnownPerson, KnownUnit } from '../import/parties.ts'
import type { FileOwner } from './plan-of-file.ts'

/** Whom a resource was taken for, and how sure that is. */
export type MatchedOwner = {
  readonly resource: number
  readonly match: 'person' | 'unit' | 'ambiguous' | 'none'
  readonly organisation: string | null
  readonly person: string | null
}

/**
 * Takes resources for the county's units and people by their names: a unit's own name; a person's, with the unit before it
 * (交通局 张伟), behind it in brackets (张伟（交通局）) or in the resource's group; alone where only one unit has somebody of it.
 */
export function matchOwners(directory: Directory, owners: readonly FileOwner[]): MatchedOwner[] {
  const units = new Map<string, KnownUnit[]>()
  for (const unit of directory.units)
    for (const name of new Set(unit.names.map(plain))) units.set(name, [...(units.get(name) ?? []), unit])
  return owners.map((owner) => ({ resource: owner.uid, ...matchOwner(directory.people, units, owner) }))
}

/** The names of people that a resource may mean. */
export function peopleMeant({ name }: Pick<FileOwner, 'name'>): string[] {
  return readings(name, '').map(({ person }) => person)
}

type Found = Omit<MatchedOwner, 'resource'>

function matchOwner(
  people: readonly KnownPerson[],
  units: ReadonlyMap<string, readonly KnownUnit[]>,
  { name, group }: FileOwner,
): Found {
  const whole = units.get(plain(name)) ?? []
  if (whole.length === 1) return { match: 'unit', organisation: whole[0]?.id ?? null, person: null }
  const found = readings(name, group).flatMap(({ person, unit }) => {
    const within = unit === '' ? undefined : (units.get(plain(unit)) ?? []).map(({ id }) => id)
    return people.filter((one) => isNamed(one, person) && (within === undefined || within.includes(one.unit)))
  })
  const distinct = [...new Map(found.map((one) => [`${one.id} ${one.unit}`, one])).values()]
  const [only] = distinct
  if (only !== undefined && distinct.length === 1) return { match: 'person', organisation: only.unit, person: only.id }
  return { match: distinct.length > 1 || whole.length > 1 ? 'ambiguous' : 'none', organisation: null, person: null }
}

/** Ways to read a resource's name: a person with or without a unit. One that names a unit is not read without it. */
function readings(name: string, group: string): { readonly person: string; readonly unit: string }[] {
  const bracketed = /^(.+?)\s*[(（]\s*(.+?)\s*[)）]$/.exec(name.trim())
  if (bracketed) return [{ person: bracketed[1] ?? '', unit: bracketed[2] ?? '' }]
  const spaced = /^(\S+)[\s/／-]+(\S+)$/.exec(name.trim())
  if (spaced)
    return [
      { person: spaced[2] ?? '', unit: spaced[1] ?? '' },
      { person: name, unit: group },
    ]
  return [{ person: name, unit: group }]
}

function isNamed({ name, login }: KnownPerson, wanted: string): boolean {
  return plain(name) === plain(wanted) || plain(name + login) === plain(wanted)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•]/g, '')
    .toLowerCase()
}
