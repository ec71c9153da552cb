import { formOf } from '#platform/kernel/forms/index.ts'
import { timeLeft } from '#platform/kernel/working-time/index.ts'
import {
  asksConsent,
  type CaseInHand,
  caseStream,
  findInHand,
  listOutcomes,
  type OutcomeRow,
  outcomeStream,
  stillHelps,
} from '#platform/server/casework/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { type CallContext, orRefuse, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { CaseView } from '../../contract/views.ts'
import { standsFor } from '../stands-for.ts'
import { caseLine } from './case-lines.ts'
import { storyOf } from './case-story.ts'
import { materialLine, remedyOf } from './catalogue.ts'
import { outcomesOf } from './outcomes.ts'
import { shownValues } from './shown.ts'

/** Who looks at a case: the applicant sees what is theirs in clear, anybody else masked; what each may do. */
export type Viewer = {
  readonly isApplicant: boolean
  mayWork(unit: string): boolean
  mayPay(unit: string): boolean
  readonly mayReopen: boolean
}

type Seen = {
  readonly inHand: CaseInHand
  readonly outcomes: readonly OutcomeRow[]
  readonly story: readonly StoryEntry[]
  readonly names: Names
  /** Whether the viewer may do what is the applicant's: as the applicant, or as whoever took the case from them. */
  readonly asks: boolean
}

/** One case, for whoever may see it. */
export async function viewCase(
  services: Services,
  call: CallContext['call'],
  id: string,
  viewer: Viewer,
): Promise<CaseView> {
  const { jurisdiction, personalData: personal } = services
  const rules = services.rules()
  orRefuse(await services.database.asSystem(jurisdiction, (tx) => stillHelps(tx, { ...call, jurisdiction }, id)))
  const [inHand, outcomes, story] = await call.read(async (tx) => {
    const given = await listOutcomes(tx, jurisdiction, id)
    const streams = [caseStream(id), ...given.map(outcomeStream)]
    return Promise.all([
      findInHand(tx, { jurisdiction, rules, personal }, id),
      given,
      listStories(tx, jurisdiction, streams),
    ])
  })
  if (inHand === undefined) refused('record.unknown')
  const organisations = mentioned(rules, inHand, story)
  const [names, asks] = await services.database.asSystem(jurisdiction, (tx) =>
    Promise.all([
      findNames(tx, jurisdiction, { organisations }),
      viewer.isApplicant || standsFor(tx, call, inHand.row),
    ]),
  )
  return caseView(rules, personal, { inHand, outcomes, story, names, asks }, viewer, call.now)
}

function caseView(rules: CountyRules, personal: PersonalData, seen: Seen, viewer: Viewer, now: Date): CaseView {
  const { inHand, outcomes, names } = seen
  const { row, matter, contents } = inHand
  const masked = !viewer.isApplicant
  const labels = Object.fromEntries(matter.form.map(({ field, label }) => [field, label]))
  return {
    ...caseLine(
      rules,
      row,
      now,
      outcomes.some(({ state }) => state === 'returned'),
    ),
    ...(viewer.isApplicant && { applicant: contents.applicant.name }),
    applicantKind: row.applicant_kind,
    authority: { id: row.authority, name: names.organisation(row.authority) },
    form: shownValues(rules, contents.form, { masked, labels }),
    materials: materialsOf(rules, seen, masked),
    steps: stepsOf(rules, seen, viewer, now),
    outcomes: outcomesOf({ rules, personal }, seen, viewer),
    story: storyOf(seen.story, matter, names, row.resident_id),
    ...whyOf(rules, seen),
    ...remedyOf(matter),
    saved: { trips: row.trips_saved, papers: row.papers_saved, minutes: row.minutes_saved },
    trips: row.trips,
    may: mayOf(seen, viewer),
  }
}

function materialsOf(rules: CountyRules, { inHand, names }: Seen, masked: boolean): CaseView['materials'] {
  const { matter, row, contents } = inHand
  return matter.materials.map((material) => {
    const { state = 'wanted', asOf, lookUp, trouble, files = [] } = row.materials[material.id] ?? {}
    return {
      ...materialLine(rules, names, material),
      ...{ state, asOf: asOf ?? null, lookUp: masked ? (lookUp ?? null) : null, files: [...files] },
      ...troubleWords(trouble, material.paper),
      asksConsent: asksConsent(row.materials[material.id]),
      records: (contents.brought[material.id] ?? []).map((record) => shownValues(rules, record, { masked })),
    }
  })
}

type Words = readonly [zh: string, en: string]

const troubles: Readonly<Record<string, Words>> = {
  waiting: ['部门暂未答复，系统会自动再次查询', 'no answer yet; it is asked for again by itself'],
  unavailable: ['部门在约定时间内没有答复，系统会再查', 'no answer in the agreed time; it is asked for again'],
  'wrong-answer': [
    '部门返回的数据有问题，已请部门核实，系统会再查',
    'the department’s data is at fault; it was told, and is asked again',
  ],
  'wrong-answer:another-person': [
    '部门登记的姓名与申请人不同：请核对姓名和身份证号码；核对无误的，系统会再查',
    'the department has another name: check name and number; if they are right, it is asked again',
  ],
  'not-granted': ['没有查询这项数据的授权', 'nobody has granted this look-up'],
}
const unknown: Words = ['暂时无法取得', 'not to be had for now']
const consent: Words = [
  '需要本人同意才能查询；不同意的，可以自行提供',
  'looked up only with your consent; or supply it yourself',
]

/** What is wrong with the data of a material, and whether the applicant's own paper helps. */
function troubleWords(trouble: string | undefined, paper: boolean) {
  if (trouble === undefined) return { trouble: null, troubleEnglish: null }
  if (trouble.startsWith('not-granted:consent-')) return { trouble: consent[0], troubleEnglish: consent[1] }
  const [zh, en] = troubles[trouble] ?? troubles[trouble.split(':')[0] ?? ''] ?? unknown
  return paper
    ? { trouble: `${zh}；也可以自行提供`, troubleEnglish: `${en}; or supply it yourself` }
    : { trouble: zh, troubleEnglish: en }
}

function stepsOf(rules: CountyRules, { inHand, names, asks }: Seen, viewer: Viewer, now: Date): CaseView['steps'] {
  const { matter, row, contents } = inHand
  return matter.steps.map(({ id, name, unit, gives, decides }) => {
    const { state = 'waiting', openedAt, dueAt, doneAt, asked = [] } = row.steps[id] ?? {}
    const form = formOf(
      gives.map((field) => ({ field, required: true })),
      rules.documents('field'),
    )
    const isOpen = openedAt !== undefined && dueAt !== undefined && (state === 'open' || state === 'correcting')
    return {
      ...{ step: id, name, state, unit: { id: unit, name: names.organisation(unit) }, asked: [...asked] },
      openedAt: openedAt === undefined ? null : new Date(openedAt).toISOString(),
      left: isOpen ? timeLeft(rules.calendar, { from: openedAt, dueAt }, stopsAt(state, doneAt, now)) : null,
      doneAt: state !== 'done' || doneAt === undefined ? null : new Date(doneAt).toISOString(),
      gives: gives.map((field) => ({ field, schema: form.properties[field] as Record<string, unknown> })),
      gave: shownValues(rules, contents.given[id] ?? {}, { masked: !viewer.isApplicant }),
      may:
        state === 'correcting'
          ? asks
            ? ['correct']
            : []
          : stepActs(state, decides, asked.length > 0, viewer.mayWork(unit)),
    }
  })
}

/** While a correction is waited for, the clock stands where it stopped. */
function stopsAt(state: string, stoppedAt: number | undefined, now: Date): number {
  return state === 'correcting' && stoppedAt !== undefined ? stoppedAt : now.getTime()
}

type StepAct = CaseView['steps'][number]['may'][number]

function stepActs(state: string, decides: boolean, asked: boolean, mayWork: boolean): StepAct[] {
  if (state !== 'open' || !mayWork) return []
  return ['complete', ...(decides ? (['refuse'] as const) : []), ...(asked ? [] : (['ask-correction'] as const))]
}

function whyOf(rules: CountyRules, { inHand, story }: Seen): Pick<CaseView, 'why' | 'reason'> {
  const judged = story.findLast(({ kind }) => kind === 'casework.case.judged')
  const ended = story.findLast(({ kind }) => /\.(rejected|withdrawn)$/.test(kind))
  const model = judged?.rule && rules.documents('decision-model').find(({ id }) => id === judged.rule?.id)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    why: judged?.rule
      ? {
          ...{ rule: judged.rule.id, version: judged.rule.version, grounds: inHand.contents.grounds },
          ...{ ruleName: model?.name ?? judged.rule.id, ruleEnglish: model?.english ?? judged.rule.id },
          ...{ conclusion: text(judged.payload?.conclusion), reason: text(judged.payload?.reason) },
        }
      : null,
    reason: ended === undefined ? null : text(ended.payload?.reason),
  }
}

function mayOf({ inHand: { row, matter }, asks }: Seen, viewer: Viewer): CaseView['may'] {
  const lacks = matter.materials.some(({ id, paper }) => paper && row.materials[id]?.state === 'wanted')
  return [
    ...(asks && row.state === 'gathering' && lacks ? (['supply'] as const) : []),
    ...(asks && row.ended_at === null ? (['withdraw'] as const) : []),
    ...(viewer.mayReopen && row.state === 'rejected' ? (['reopen'] as const) : []),
  ]
}

function mentioned(rules: CountyRules, { row, matter }: CaseInHand, story: readonly StoryEntry[]): string[] {
  const datasets = new Set(matter.materials.map(({ dataset }) => dataset))
  return [
    ...[row.authority, ...matter.steps.map(({ unit }) => unit)],
    ...rules.documents('dataset').flatMap(({ id, owner }) => (datasets.has(id) ? [owner] : [])),
    ...story.flatMap(({ actor }) => ('person' in actor && actor.organisation ? [actor.organisation] : [])),
  ]
}
