import type { CountyPack } from '#platform/server/county/index.ts'
import { demoPeople, inventCounty } from '#platform/server/departments/index.ts'
import type { DemoPerson } from './person.ts'

type Row = Readonly<Record<string, string | number | null>>

/** Of tenants before this row the scripts of a demonstration tell. */
const scripted = 16
const ofEach = 3

/** Some of a demonstration's invented people to whom different things happen, the same at every start. */
export function peopleOf(pack: CountyPack): readonly DemoPerson[] {
  const { tables } = inventCounty(demoPeople(pack))
  const rows = (dataset: string): readonly Row[] => tables.get(dataset) ?? []
  const houses = new Set(rows('housing-archive').map((row) => row['identity-number']))
  const payers = new Set(
    rows('provident-fund-account')
      .filter((row) => Number(row['deposit-months']) >= 3 && row['last-withdrawal-on'] === null)
      .map((row) => row['identity-number']),
  )
  const tenants = rows('tenancy-contracts')
    .slice(scripted)
    .filter(({ 'identity-number': number = null }) => !houses.has(number) && payers.has(number))
  const firms = rows('enterprises-of-person').filter((row) => row['enterprise-kind'] === 'company')
  const residents = rows('household-registration')
  const old = residents.filter((row) => String(row['birth-date']) < '1945')
  const others = residents.filter((row) => row['household-relation'] === '妻').slice(-ofEach)
  const found = [
    ...some(tenants, { zh: '租房，本地无房', en: 'tenant with no house' }),
    ...some(firms, { zh: '企业法定代表人', en: 'legal representative' }, 'legal-representative'),
    ...some(old, { zh: '八十岁以上', en: 'over eighty' }),
    ...some(others, { zh: '居民', en: 'resident' }),
  ]
  return found.filter(({ number }, at) => found.findIndex((one) => one.number === number) === at)
}

type Hint = Pick<DemoPerson, 'zh' | 'en'>

function some(rows: readonly Row[], hint: Hint, who?: 'legal-representative'): DemoPerson[] {
  const [name, number] = who ? [who, `${who}-number`] : ['name', 'identity-number']
  return rows.slice(0, ofEach).map((row) => ({ name: String(row[name]), number: String(row[number]), ...hint }))
}
