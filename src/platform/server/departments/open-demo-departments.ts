import { join } from 'node:path'
import type { CountyPack } from '#platform/server/county/index.ts'
import { replaceSecretFile } from '#platform/server/secrets/index.ts'
import type { PeopleSeed } from './people/household.ts'
import { startDepartments } from './start-departments.ts'

/** What a demonstration county's departments are played on. */
export type DemoDepartmentsParts = {
  readonly pack: CountyPack
  /** The data folder: where they stand is told in it. */
  readonly data: string
  /** The embedded PostgreSQL; undefined on a server of somebody's own, where no database is made for a play. */
  readonly ownerUrl: string | undefined
  /** Hears what one of them cannot do here. */
  readonly tell: (line: string) => void
}

/** The people who live in a demonstration county, the same at every start: for `inventCounty`. */
export function demoPeople({ divisions, county }: CountyPack): PeopleSeed {
  const towns = new Map(divisions.filter(({ level }) => level === 'town').map(({ code, name }) => [code, name]))
  const villages = divisions
    .filter(({ level }) => level !== 'town')
    .map(({ name, parent }) => `${towns.get(parent) ?? ''}${name.replace(/村委会$/, '村').replace(/居委会$/, '社区')}`)
  return { seed: county.id, households: 300, villages: villages.length > 0 ? villages : [county.name], year: 2026 }
}

/** Starts the departments of a demonstration county and tells where they stand; they end with this process. */
export async function openDemoDepartments(parts: DemoDepartmentsParts): Promise<{ stop(): Promise<void> }> {
  const { pack, data, ownerUrl, tell } = parts
  const departments = await startDepartments(
    {
      ...{ people: demoPeople(pack), datasets: pack.documents.dataset, connectors: pack.documents.connector },
      file: join(data, 'departments.sqlite'),
      postgres: ownerUrl === undefined ? undefined : { ownerUrl, name: 'xianqu_departments', passing: false },
    },
    tell,
  )
  replaceSecretFile(data, 'departments.json', JSON.stringify(departments.places))
  return { stop: departments.stop }
}
