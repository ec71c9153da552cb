import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { stateCouncil, workCalendar } from '#platform/kernel/working-time/index.ts'
import { begun, type Case, type CaseChange, wantedOf } from './case.ts'
import { reopen, takeUp, type Verdict, withdrawCase } from './ending.ts'
import { bring, submitCase, supply } from './gathering.ts'
import type { Matter } from './matter.ts'
import { askCorrection, completeStep, correct, refuseStep } from './steps.ts'

const sessions = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const
const calendar = workCalendar({ version: 'test', sessions, ...stateCouncil })
const at = (text: string) => Date.parse(`${text}+08:00`)
const monday = at('2026-11-23T10:00')

const base = {
  ...{ version: 1, effectiveFrom: '2026-01-01', code: 'TEST-001', english: 'Test', sayings: [], type: 'payment' },
  ...{ authority: 'gongjijin', basis: [{ title: '条例' }], applicants: ['person'], conditions: [] },
  ...{
    days: { legal: 5, promised: 3 },
    usual: { trips: 3, minutes: 180 },
    trips: 0,
    feeYuan: 0,
    form: [],
    joint: false,
  },
} as const
const step = (id: string, after: readonly string[] = [], more: Partial<Matter['steps'][number]> = {}) => ({
  ...{ id, name: id, unit: `unit-${id}`, days: 1, after: [...after], decides: false, gives: [], outcomes: [], ...more },
})

/** Newborn, in small: the household registration first, three departments side by side, one paper by post. */
const joint = {
  ...base,
  ...{ id: 'newborn', name: '新生儿一件事' },
  materials: [
    { id: 'birth', name: '出生医学证明', dataset: 'birth-certificate', required: true, paper: true },
    { id: 'photo', name: '照片', required: false, paper: true },
  ],
  steps: [
    step('household', [], { decides: true, gives: ['identity-number'], outcomes: ['book'] }),
    step('card', ['household']),
    step('medical', ['household']),
    step('vaccine', ['household']),
  ],
  outcomes: [
    { id: 'book', kind: 'post', name: '户口簿', address: 'address' },
    { id: 'done', kind: 'document', name: '办结单' },
  ],
} as unknown as Matter

/** Rent withdrawal, in small: two looks, a table that decides at once. */
const instant = {
  ...base,
  ...{ id: 'rent', name: '租房提取' },
  materials: [
    { id: 'house', name: '无房证明', dataset: 'housing-archive', required: true, paper: true },
    { id: 'account', name: '账户', dataset: 'provident-fund-account', required: true, paper: false },
  ],
  decision: { model: 'rent', decision: '结果', instant: true, facts: {} },
  steps: [step('review', [], { decides: true })],
  outcomes: [{ id: 'money', kind: 'document', name: '划款' }],
} as unknown as Matter

const rule = { id: 'rent', version: '1' }
const grant: Verdict = { conclusion: 'grant', reason: '', rule }
const submitted = (matter: Matter) => unwrap(submitCase(matter, calendar, { id: 'c1', supplied: {} }, monday)).case
const matterOf = ({ steps }: Case) => (steps.household ? joint : instant)
const brought = (of: Case, ...ids: string[]) =>
  bring(
    matterOf(of),
    begun(of),
    ids.map((material) => ({ material, state: 'brought' as const })),
    monday,
  )
const handled = (matter: Matter, verdict?: Verdict) =>
  takeUp(matter, calendar, brought(submitted(matter), 'birth', 'house', 'account'), verdict, monday)
const kindsOf = ({ events }: CaseChange) => events.map(({ kind }) => kind.slice('casework.case.'.length))

describe('what departments hold', () => {
  it('is never asked of the applicant, and the case waits for it', () => {
    const change = takeUp(instant, calendar, brought(submitted(instant), 'house'), undefined, monday)
    expect(change.case).toMatchObject({
      state: 'gathering',
      materials: { house: { state: 'brought' }, account: { state: 'wanted' } },
    })
  })

  it('the applicant may supply as paper where the matter allows it, and what comes later by data changes nothing', () => {
    const paper = { material: 'house', files: ['f1'] }
    const supplied = unwrap(supply(instant, submitted(instant), paper, monday))
    expect(bring(instant, supplied, [{ material: 'house', state: 'absent' }], monday)).toBe(supplied)
    expect(supply(instant, submitted(instant), { material: 'account', files: ['f'] }, monday)).toMatchObject({
      refusal: { code: 'casework.material.by-data-only' },
    })
  })

  it('that cannot be had is told once, not at every attempt', () => {
    const trouble = [{ material: 'house', state: 'wanted' as const, trouble: 'down' }]
    const first = bring(instant, begun(submitted(instant)), trouble, monday)
    expect(first.events).toHaveLength(1)
    expect(bring(instant, begun(first.case), trouble, monday).events).toEqual([])
  })

  it('that ends without use is told once and asked for ever more rarely: five times where there is a paper, daily where there is none', () => {
    const useless = { state: 'wanted' as const, trouble: 'wrong-answer:another-person', isUseless: true as const }
    let [of, now] = [submitted(instant), monday]
    const pauses: Record<string, unknown[]> = { house: [], account: [] }
    const told: unknown[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      const asked = wantedOf(instant, of, now)
      const change = bring(
        instant,
        begun(of),
        asked.map((material) => ({ material, ...useless })),
        now,
      )
      told.push(...change.events.filter(({ kind }) => kind.endsWith('.data-lacking')).map(({ payload }) => payload))
      of = change.case
      for (const material of asked) {
        const { askAt } = of.materials[material] ?? {}
        pauses[material]?.push(typeof askAt === 'number' ? (askAt - now) / 3_600_000 : askAt)
      }
      now = Math.max(...Object.values(of.materials).map(({ askAt }) => askAt ?? 0))
    }
    expect(pauses).toEqual({ house: [1, 2, 4, 8, null], account: [1, 2, 4, 8, 16, 24, 24] })
    expect(told).toMatchObject([
      { material: 'house', paper: true },
      { material: 'account', paper: false },
    ])
  })
})

describe('a decision table that decides at once', () => {
  it('grants without any official, gives the outcome, and needs no step', () => {
    const change = handled(instant, grant)
    expect(change.case).toMatchObject({ state: 'granted', endedAt: monday, steps: { review: { state: 'dropped' } } })
    expect(kindsOf(change)).toEqual(['brought', 'accepted', 'judged', 'outcome-given', 'granted'])
  })

  it('rejects with the reason of the rule, and hands over to a person what it cannot judge', () => {
    const rejected = handled(instant, { conclusion: 'reject', reason: '名下有住房', rule })
    expect(rejected.case.state).toBe('rejected')
    expect(rejected.events.at(-1)?.payload).toMatchObject({ reason: '名下有住房' })
    expect(handled(instant, { ...grant, conclusion: 'refer' }).case.steps.review?.state).toBe('open')
  })

  it('is advice only where the matter does not let it decide', () => {
    const advised = { ...instant, decision: { ...instant.decision, instant: false } } as Matter
    expect(handled(advised, grant).case).toMatchObject({ state: 'handling', steps: { review: { state: 'open' } } })
  })
})

describe('steps', () => {
  it('open in their order, those that wait for the same side by side, each with its own working days', () => {
    const first = handled(joint).case
    expect(first.steps).toMatchObject({
      household: { state: 'open', dueAt: at('2026-11-24T17:30') },
      card: { state: 'waiting' },
    })
    const done = { step: 'household', note: '', gave: ['identity-number'] }
    const change = unwrap(completeStep(joint, calendar, first, done, monday))
    expect(Object.values(change.case.steps).map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open'])
    expect(change.case.outcomes).toHaveProperty('book')
  })

  it('that lack something stop themselves alone, once, and go on as much later as they stood still', () => {
    const open = unwrap(
      completeStep(
        joint,
        calendar,
        handled(joint).case,
        { step: 'household', note: '', gave: ['identity-number'] },
        monday,
      ),
    ).case
    const asked = unwrap(askCorrection(open, { step: 'card', list: ['照片'] }, monday)).case
    expect(asked.steps).toMatchObject({ card: { state: 'correcting' }, medical: { state: 'open' } })
    const answered = unwrap(
      correct(calendar, asked, { step: 'card', files: ['f'], note: '' }, at('2026-11-25T10:00')),
    ).case
    expect(answered.steps.card).toMatchObject({ state: 'open', dueAt: at('2026-11-26T17:30') })
    expect(askCorrection(answered, { step: 'card', list: ['再来'] }, monday)).toMatchObject({
      refusal: { code: 'casework.correction.asked-before' },
    })
  })

  it('give what was to be given before they are done, and only those that decide can refuse', () => {
    const open = handled(joint).case
    expect(completeStep(joint, calendar, open, { step: 'household', note: '', gave: [] }, monday)).toMatchObject({
      refusal: { code: 'casework.step.gives-missing' },
    })
    const after = unwrap(
      completeStep(joint, calendar, open, { step: 'household', note: '', gave: ['identity-number'] }, monday),
    ).case
    expect(refuseStep(joint, after, { step: 'card', reason: '…' }, monday)).toMatchObject({
      refusal: { code: 'casework.step.not-deciding' },
    })
  })

  it('that were refused open again after a reconsideration', () => {
    const rejected = unwrap(
      refuseStep(joint, handled(joint).case, { step: 'household', reason: '材料不符' }, monday),
    ).case
    expect(rejected).toMatchObject({
      state: 'rejected',
      steps: { household: { state: 'refused' }, card: { state: 'dropped' } },
    })
    const again = unwrap(reopen(joint, calendar, rejected, '复议决定撤销', monday)).case
    expect(again).toMatchObject({
      state: 'handling',
      endedAt: null,
      steps: { household: { state: 'open' }, card: { state: 'waiting' } },
    })
  })
})

describe('whatever is done to a case in whatever order', () => {
  const act = fc.record({
    what: fc.constantFrom('complete', 'refuse', 'ask', 'correct', 'withdraw', 'reopen', 'supply', 'bring', 'take'),
    step: fc.constantFrom('household', 'card', 'medical', 'vaccine'),
    hours: fc.integer({ min: 0, max: 90 }),
  })

  it('versions stay dense, what has ended stays so but by a reopening, no outcome is given twice, no step starts early', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let of = submitted(joint)
        let now = monday
        const given: string[] = []
        for (const one of acts) {
          now += one.hours * 3_600_000
          const change = apply(of, one, now) ?? begun(of)
          expect(change.case.version).toBe(of.version + change.events.length)
          expect(of.endedAt === null || one.what === 'reopen' || change.events.length === 0).toBe(true)
          given.push(...outcomesOf(change))
          of = change.case
          expect(startedEarly(of)).toEqual([])
        }
        expect(new Set(given).size).toBe(given.length)
        expect(of.endedAt === null).toBe(of.state === 'gathering' || of.state === 'handling')
      }),
    )
  })
})

function outcomesOf({ events }: CaseChange): string[] {
  return events
    .filter(({ kind }) => kind === 'casework.case.outcome-given')
    .map(({ payload }) => String(payload.outcome))
}

function startedEarly({ steps }: Case): string[] {
  const begunSteps = joint.steps.filter(({ id }) => steps[id]?.state === 'open' || steps[id]?.state === 'done')
  return begunSteps.filter(({ after }) => after.some((one) => steps[one]?.state !== 'done')).map(({ id }) => id)
}

function apply(of: Case, { what, step: id }: { what: string; step: string }, now: number): CaseChange | undefined {
  const gave = id === 'household' ? ['identity-number'] : []
  const results = {
    complete: () => completeStep(joint, calendar, of, { step: id, note: '', gave }, now),
    refuse: () => refuseStep(joint, of, { step: id, reason: '不符' }, now),
    ask: () => askCorrection(of, { step: id, list: ['照片'] }, now),
    correct: () => correct(calendar, of, { step: id, files: [], note: '' }, now),
    withdraw: () => withdrawCase(joint, of, '不办了', now),
    reopen: () => reopen(joint, calendar, of, '复议', now),
    supply: () => supply(joint, of, { material: 'birth', files: ['f'] }, now),
  }
  if (what === 'bring') return bring(joint, begun(of), [{ material: 'birth', state: 'brought' }], now)
  if (what === 'take') return takeUp(joint, calendar, begun(of), undefined, now)
  const result = results[what as keyof typeof results]()
  return result.ok ? result.value : undefined
}
