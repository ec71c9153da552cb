import { type Seeded, seeded } from '#platform/kernel/seeded.ts'
import type { CountyPack } from '#platform/server/county/index.ts'
import type { Material, Step, Template } from './outline.ts'
import { type Place, placesOf } from './places.ts'

/** A leaf of a plan before anybody owns it. Days are working days from the start of the project. */
export type PlannedStep = {
  readonly step: Step
  readonly code: string
  readonly title: string
  readonly deliverable: string
  /** Id of the unit. */
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly after: readonly string[]
}

/** A project before anybody works on it. */
export type MadePlan = {
  readonly key: string
  readonly template: Template
  readonly title: string
  readonly lead: string
  readonly phases: readonly { readonly code: string; readonly title: string; readonly steps: readonly PlannedStep[] }[]
}

/** Working days from the end of one node to the start of the next: its deliverable has to be accepted in between. */
const daysForAcceptance = [2, 4] as const

type Draft = { readonly key: string; readonly template: Template; readonly number: number; readonly place: Place }

/** Makes the plans of a county: as many projects as the templates count, with exactly so many leaves. */
export function makePlans({ outline, templates }: Material, pack: CountyPack, leaves: number): MadePlan[] {
  const chance = seeded(`${outline.seed}/plans`)
  const placeOf = placesOf(pack.organisations, chance)
  const drafts = templates.flatMap((template) =>
    Array.from({ length: template.count }, (_, number): Draft => {
      return { key: `${template.id}-${number + 1}`, template, number, place: placeOf(template) }
    }),
  )
  const left = leftOut(drafts, leaves, chance)
  return drafts.map((draft) => planOf(draft, left, outline.stretch, seeded(`${outline.seed}/${draft.key}`)))
}

/** Steps that may be left out and are, so that as many leaves remain as are wanted. */
function leftOut(drafts: readonly Draft[], leaves: number, chance: Seeded): ReadonlySet<string> {
  const steps = drafts.flatMap(({ key, template }) =>
    stepsOf(template).map((step, index) => ({ name: `${key} ${index}`, may: step.may })),
  )
  const optional = chance.shuffled(steps.filter(({ may }) => may))
  const surplus = steps.length - leaves
  if (surplus < 0 || surplus > optional.length)
    throw new Error(`the templates make ${steps.length - optional.length} to ${steps.length} leaves, not ${leaves}`)
  return new Set(optional.slice(0, surplus).map(({ name }) => name))
}

function stepsOf({ phases }: Template): Step[] {
  return phases.flatMap(({ steps }) => steps)
}

function planOf(draft: Draft, left: ReadonlySet<string>, stretch: number, chance: Seeded): MadePlan {
  const { key, template, number } = draft
  const lead = unitOf(draft, template.lead, number, '')
  const made = new Map<number, PlannedStep>()
  const phases: MadePlan['phases'][number][] = []
  let index = 0
  for (const phase of template.phases) {
    const steps: PlannedStep[] = []
    for (const step of phase.steps) {
      const place = index++
      if (left.has(`${key} ${place}`)) continue
      const waitsOn = before(draft, place, left).flatMap((one) => made.get(one) ?? [])
      const from = Math.max(0, ...waitsOn.map(({ to }) => to + chance.whole(...daysForAcceptance)))
      const days = Math.max(3, Math.round(step.days * stretch * chance.between(0.85, 1.2)))
      const planned = {
        ...{ step, from, to: from + days - 1, after: waitsOn.map(({ code }) => code) },
        code: `${phases.length + 1}.${steps.length + 1}`,
        title: filled(step.do, draft),
        deliverable: numbered(step.give, chance),
        unit: unitOf(draft, step.by, number + place, lead),
      }
      made.set(place, planned)
      steps.push(planned)
    }
    if (steps.length > 0) phases.push({ code: String(phases.length + 1), title: phase.title, steps })
  }
  return { key, template, title: filled(template.titles[number % template.titles.length] ?? '', draft), lead, phases }
}

/** Places of the steps that one waits on; where one of them is left out, those that it waited on. */
function before(draft: Draft, place: number, left: ReadonlySet<string>): number[] {
  const steps = stepsOf(draft.template)
  const { after } = steps[place] as Step
  const named = after?.map((id) => steps.findIndex((step) => step.id === id)) ?? (place > 0 ? [place - 1] : [])
  const found = named.flatMap((one) => (left.has(`${draft.key} ${one}`) ? before(draft, one, left) : [one]))
  return [...new Set(found)]
}

function unitOf({ template, number, place }: Draft, by: Step['by'], turn: number, lead: string): string {
  const doer = typeof by === 'string' ? by : (by[turn % by.length] ?? '')
  if (doer === 'lead') return lead
  if (doer === 'town') return place.town.id
  if (doer === 'village') return (place.village ?? place.town).id
  return doer === 'thing' ? (template.things[number % template.things.length]?.by ?? doer) : doer
}

function filled(text: string, { template, number, place }: Draft): string {
  return text
    .replaceAll('{town}', place.town.shortName)
    .replaceAll('{village}', place.village?.shortName ?? place.town.shortName)
    .replaceAll('{thing}', template.things[number % template.things.length]?.is ?? '')
}

/** {20-90} becomes a number between, a round one where it is large. */
function numbered(text: string, chance: Seeded): string {
  return text.replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) => {
    const found = chance.whole(Number(low), Number(high))
    const round = found >= 1000 ? 100 : found >= 200 ? 10 : 1
    return String(Math.round(found / round) * round)
  })
}
