import { readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { dateOf, type Instant } from '#platform/kernel/working-time/index.ts'
import type { Case } from './case.ts'
import type { CaseContents, FieldValue, FieldValues } from './contents.ts'
import type { FactSource, Matter, OneSource } from './matter.ts'

/** A fact for a decision table, with where it comes from and of which day it is. */
export type CaseFact = {
  readonly value: FieldValue | readonly FieldValue[]
  readonly source?: string | undefined
  readonly asOf?: string | undefined
}

/** What is known beside the case itself. */
export type Surroundings = {
  /** Whether the dataset of a material may hold several records of one person: its facts are lists then. */
  isMany(material: string): boolean
  /** What the dataset of a material is called. */
  sourceOf(material: string): string | undefined
  /** When the same applicant was last granted the same matter. */
  readonly lastGranted: Instant | null
  readonly now: Instant
}

/** The inputs of the matter's decision, and the names of those that only a person can judge, for they came as paper. */
export function factsOf(
  matter: Matter,
  of: Case,
  contents: CaseContents,
  around: Surroundings,
): { readonly facts: Readonly<Record<string, CaseFact>>; readonly onPaper: readonly string[] } {
  const onPaper = new Set<string>()
  const facts = Object.entries(matter.decision?.facts ?? {}).map(([name, source]): [string, CaseFact] => {
    if (!('latest' in source)) return [name, factOf(name, source)]
    const dates = source.latest.map((one) => factOf(name, one)).filter(({ value }) => typeof value === 'string')
    return [name, dates.toSorted((a, b) => String(b.value).localeCompare(String(a.value)))[0] ?? { value: null }]
  })
  return { facts: Object.fromEntries(facts), onPaper: [...onPaper] }

  function factOf(name: string, source: OneSource): CaseFact {
    if ('form' in source) return { value: contents.form[source.form] ?? null, source: '申请表' }
    if ('step' in source) {
      const step = matter.steps.find(({ id }) => id === source.step)
      return { value: contents.given[source.step]?.[source.field] ?? null, source: step?.name ?? source.step }
    }
    if ('applicant' in source) return { value: ofApplicant(source.applicant, matter, contents, around) }
    const material = of.materials[source.material]
    if (material?.state === 'supplied') onPaper.add(name)
    const records = contents.brought[source.material] ?? []
    const asked = matter.materials.find(({ id }) => id === source.material)
    return {
      value: valueIn(source, records, around.isMany(source.material)),
      source: around.sourceOf(source.material) ?? asked?.name,
      asOf: material?.asOf,
    }
  }
}

/** Single values by field, for a certificate: of a form, of what a step gave, of the first record that a material brought. */
export function factsFor(
  sources: Readonly<Record<string, FactSource>>,
  contents: CaseContents,
): Readonly<Record<string, FieldValue>> {
  const told = (source: FactSource): FieldValue => {
    if ('form' in source) return contents.form[source.form] ?? null
    if ('step' in source) return contents.given[source.step]?.[source.field] ?? null
    if ('material' in source && 'field' in source) return contents.brought[source.material]?.[0]?.[source.field] ?? null
    return null
  }
  return Object.fromEntries(Object.entries(sources).map(([field, source]) => [field, told(source)]))
}

function valueIn(
  source: Extract<OneSource, { readonly material: string }>,
  records: readonly FieldValues[],
  many: boolean,
): CaseFact['value'] {
  if ('has' in source) return records.length > 0
  if ('known' in source) return records.length > 0 ? true : null
  if (many) return records.map((record) => record[source.field] ?? null)
  return records[0]?.[source.field] ?? null
}

function ofApplicant(
  what: 'age' | 'kind' | 'submitted-on' | 'last-granted' | 'granted-before',
  matter: Matter,
  { applicant }: CaseContents,
  { now, lastGranted }: Surroundings,
): FieldValue {
  const read = readIdentityNumber(applicant.number)
  switch (what) {
    case 'age':
      return 'bornOn' in read ? yearsBetween(read.bornOn, dateOf(now)) : null
    case 'submitted-on':
      return dateOf(now)
    case 'last-granted':
      return lastGranted === null ? null : dateOf(lastGranted)
    case 'granted-before':
      return lastGranted !== null
    case 'kind':
      return matter.applicants.length === 1
        ? (matter.applicants[0] ?? null)
        : 'bornOn' in read
          ? 'person'
          : 'enterprise'
  }
}

/** Whole years of age: a birthday counts from its day on. */
function yearsBetween(bornOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return today.slice(5) >= bornOn.slice(5) ? years : years - 1
}
