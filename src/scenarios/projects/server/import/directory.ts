import type { CallContext } from '#platform/server/http/index.ts'
import { findJurisdiction, listOrganisations, listPeopleNamed } from '#platform/server/identity/index.ts'
import type { Directory } from '../../domain/import/parties.ts'

/** Reads who a file may mean: every unit with the names that offices use for it, and the people of these names. */
export async function readDirectory(call: CallContext['call'], people: readonly string[]): Promise<Directory> {
  const { jurisdiction } = call.actor
  const names = [...new Set(people.map(plain))]
  const [county, units, named] = await call.read((tx) =>
    Promise.all([
      findJurisdiction(tx, jurisdiction),
      listOrganisations(tx, jurisdiction),
      listPeopleNamed(tx, jurisdiction, names, call.now),
    ]),
  )
  const prefixes = [county?.name ?? '', county?.shortName ?? '', '县', '区', '市'].filter((prefix) => prefix !== '')
  return { units: units.map((unit) => ({ id: unit.id, names: namesOf(unit, prefixes) })), people: named }
}

/** A unit's names as offices write them: 遂昌县发展和改革局, 发展和改革局, 县发改局, 发改局. */
function namesOf(unit: { readonly name: string; readonly shortName: string }, prefixes: readonly string[]): string[] {
  const whole = [unit.name, unit.shortName]
  const bare = whole.flatMap((name) =>
    prefixes.filter((one) => name.startsWith(one)).map((one) => name.slice(one.length)),
  )
  return [...whole, ...bare.filter((name) => [...name].length >= 2)]
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s·•]/g, '')
}
