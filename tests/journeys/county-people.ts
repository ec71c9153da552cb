import { join } from 'node:path'
import { scenarios } from '#apps/server/registry.generated.ts'
import { loadCountyPack } from '#platform/server/county/index.ts'
import { demoPeople, inventCounty } from '#platform/server/departments/index.ts'
import { knownPermissions } from '#platform/server/platform/index.ts'
import { root } from '../startup/platform.ts'

/** Somebody whom the departments of the demonstration county know. */
export type Somebody = { readonly name: string; readonly number: string }

type Row = Readonly<Record<string, string | number | null>>

/** People of the demonstration county to whom things happen in journeys. They are the same at every start. */
export async function countyPeople(): Promise<{
  /** A tenant with no house whom the rule grants, and of whom no script tells. */
  readonly tenant: Somebody
  /** A company's legal representative, with the company. */
  readonly representative: Somebody & { readonly enterprise: string; readonly code: string }
  /** Somebody over eighty. */
  readonly old: Somebody
  /** Somebody else. */
  readonly neighbour: Somebody
  /** And somebody who comes by the platform of the province. */
  readonly traveller: Somebody
}> {
  const loaded = await loadCountyPack(join(root, 'counties', 'suichang'), knownPermissions(scenarios))
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  const { tables } = inventCounty(demoPeople(loaded.pack))
  const rows = (dataset: string): readonly Row[] => tables.get(dataset) ?? []
  const has = (dataset: string, { 'identity-number': number }: Row) =>
    rows(dataset).some((row) => row['identity-number'] === number)
  const tenant = rows('tenancy-contracts')
    .slice(scripted)
    .find((row) => {
      const account = rows('provident-fund-account').find((one) => one['identity-number'] === row['identity-number'])
      const isPaying = Number(account?.['deposit-months'] ?? 0) >= 3 && account?.['last-withdrawal-on'] === null
      return isPaying && !has('housing-archive', row)
    })
  const firm = rows('enterprises-of-person').find((row) => row['enterprise-kind'] === 'company')
  const old = rows('household-registration').find((row) => String(row['birth-date']) < '1945')
  const [neighbour, traveller] = rows('household-registration').filter((row) => row['household-relation'] === '妻')
  return {
    tenant: somebody(tenant, 'name', 'identity-number'),
    representative: {
      ...somebody(firm, 'legal-representative', 'legal-representative-number'),
      ...{ enterprise: String(firm?.['enterprise-name']), code: String(firm?.['credit-code']) },
    },
    old: somebody(old, 'name', 'identity-number'),
    neighbour: somebody(neighbour, 'name', 'identity-number'),
    traveller: somebody(traveller, 'name', 'identity-number'),
  }
}

/** Scripts of the demonstration tell of tenants before this row. */
const scripted = 16

function somebody(row: Row | undefined, name: string, number: string): Somebody {
  if (row === undefined) throw new Error('the county has nobody like that')
  return { name: String(row[name]), number: String(row[number]) }
}
