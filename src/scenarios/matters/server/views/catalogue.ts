import { formOf } from '#platform/kernel/forms/index.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Matter } from '#platform/server/casework/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { MatterLine, MatterView } from '../../contract/views.ts'

/** Matters as lists show them. */
export async function viewMatters(services: Services, matters: readonly Matter[]): Promise<{ matters: MatterLine[] }> {
  const names = await namesOf(services, matters)
  return { matters: matters.map((matter) => matterLine(matter, names)) }
}

/** One matter in full. */
export async function viewMatter(services: Services, id: string): Promise<MatterView> {
  const matter = getMatter(services.rules(), id, services.clock.now().getTime())
  return matterView(services.rules(), matter, await namesOf(services, [matter]))
}

/** The matter in force; refused where there is none. */
export function getMatter(rules: CountyRules, id: string, at: Instant): Matter {
  return rules.documentAt('matter', id, at) ?? refused('casework.matter.unknown', { matter: id })
}

/** A matter as lists show it. */
function matterLine(matter: Matter, names: Names): MatterLine {
  return {
    ...{
      matter: matter.id,
      name: matter.name,
      english: matter.english,
      sayings: [...matter.sayings],
      type: matter.type,
    },
    ...{
      authority: { id: matter.authority, name: names.organisation(matter.authority) },
      applicants: [...matter.applicants],
    },
    ...{ promisedDays: matter.days.promised, trips: matter.trips, joint: matter.joint },
    instant: matter.decision?.instant ?? false,
  }
}

function matterView(rules: CountyRules, matter: Matter, names: Names): MatterView {
  const { version, effectiveFrom, code, usual, feeYuan } = matter
  return {
    ...matterLine(matter, names),
    ...{
      version,
      effectiveFrom,
      code,
      conditions: [...matter.conditions],
      usual,
      feeYuan,
      legalDays: matter.days.legal,
    },
    basis: matter.basis.map(({ title, article }) => ({ title, article: article ?? null })),
    form: formOf(matter.form, rules.documents('field')) as unknown as MatterView['form'],
    materials: matter.materials.map((material) => materialLine(rules, names, material)),
    steps: matter.steps.map(({ id, name, unit, days, after }) => ({
      ...{ step: id, name, days, after: [...after], unit: { id: unit, name: names.organisation(unit) } },
    })),
    outcomes: matter.outcomes.map(({ id, kind, name }) => ({ outcome: id, kind, name })),
    ...remedyOf(matter),
  }
}

/** A material, and who brings it. */
export function materialLine(rules: CountyRules, names: Names, material: Matter['materials'][number]) {
  const { id, name, required, paper, dataset } = material
  const found = rules.documents('dataset').find((one) => one.id === dataset)
  return {
    ...{ material: id, name, required, paper },
    byData: found ? { dataset: found.id, name: found.name, owner: names.organisation(found.owner) } : null,
  }
}

/** 行政复议法第二十条; 行政诉讼法第四十六条. */
const usualRemedy = {
  remedy:
    '对决定不服的，可以自知道决定之日起六十日内向遂昌县人民政府申请行政复议，或者六个月内向人民法院提起行政诉讼。',
  remedyEnglish:
    'If you disagree with the decision, you may ask the county’s People’s Government for administrative reconsideration within sixty days of learning of it, or bring an action before the People’s Court within six months.',
}

/** What whoever disagrees may do: the matter’s own words, or those of the law. */
export function remedyOf({ remedy }: Pick<Matter, 'remedy'>): { remedy: string; remedyEnglish: string } {
  return remedy === undefined ? usualRemedy : { remedy, remedyEnglish: remedy }
}

/** The names of the units that matters mention: authorities, units of steps, owners of datasets. */
export function namesOf(services: Services, matters: readonly Matter[]): Promise<Names> {
  const { database, jurisdiction } = services
  const datasets = new Set(matters.flatMap(({ materials }) => materials.map(({ dataset }) => dataset)))
  const owners = services
    .rules()
    .documents('dataset')
    .filter(({ id }) => datasets.has(id))
  const organisations = [
    ...matters.flatMap(({ authority, steps }) => [authority, ...steps.map(({ unit }) => unit)]),
    ...owners.map(({ owner }) => owner),
  ]
  return database.asSystem(jurisdiction, (tx) => findNames(tx, jurisdiction, { organisations, people: [], posts: [] }))
}
