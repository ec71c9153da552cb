import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { accept, giveBack, type NodeChange, type PlanNode, report, submit } from '../node.ts'
import { nodeAsOf, ranBetween, type ToldEntry } from './as-of.ts'

const lamp = { id: 'five-lamps', version: '1', effectiveFrom: '2026-01-01', aheadBy: 0.15, behindBy: 0.25 }
const rules = { calendar, lamp }
const start = at('2026-03-02 08:30')
const running = {
  ...{ id: 'a', title: '选线', state: 'running', progress: 0, lamp: 'green', lampSince: start, version: 2 },
  ...{ plannedStart: at('2026-03-02 00:00'), deadline: at('2026-04-30 17:00'), changedAt: start },
  ...{ readyAt: start, startedAt: start, submittedAt: null, finishedAt: null, pausedAt: null },
} as PlanNode
const planned: ToldEntry = {
  ...{ version: 1, kind: 'plans.node.planned', at: at('2026-02-27 09:00') },
  payload: { organisation: 'jiaotong', plannedStart: '2026-03-01T16:00:00Z', deadline: '2026-04-30T09:00:00Z' },
}

type Life = { readonly node: PlanNode; readonly before: number; readonly story: readonly ToldEntry[] }
type Act = {
  readonly kind: 'report' | 'submit' | 'return' | 'accept'
  readonly minutes: number
  readonly progress: number
}

const started: ToldEntry = { version: 2, kind: 'plans.node.started', at: start, payload: {} }
const begun: Life = { node: running, before: 0, story: [planned, started] }

function followed(life: Life, { node, events }: NodeChange): Life {
  const first = node.version - events.length + 1
  return { ...life, node, story: [...life.story, ...events.map((event, n) => ({ ...event, version: first + n }))] }
}

function acted(life: Life, { kind, progress }: Act, now: number): Life {
  const result = {
    report: () => report(rules, life.node, { progress, payload: {} }, now),
    submit: () => submit(rules, life.node, {}, now),
    return: () => giveBack(rules, life.node, { progress: life.before, payload: {} }, now),
    accept: () => accept(rules, life.node, {}, now),
  }[kind]()
  if (!result.ok) return life
  return { ...followed(life, result.value), before: kind === 'submit' ? life.node.progress : life.before }
}

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('report' as const, 'submit' as const, 'return' as const, 'accept' as const),
    minutes: fc.integer({ min: 1, max: 14 * 24 * 60 }),
    progress: fc.integer({ min: 0, max: 99 }),
  }),
  { maxLength: 12 },
)

describe('a node as of an instant', () => {
  it('is what it was then, whatever happened to it later', () => {
    const close = fc.integer({ min: 0, max: 90 * 24 * 60 }).map((minutes) => start + minutes * 60_000)
    fc.assert(
      fc.property(acts, close, (all, closing) => {
        let now = start
        let life: Life = begun
        let then: Life = begun
        for (const act of all) {
          now += act.minutes * 60_000
          life = acted(life, act, now)
          if (now <= closing) then = life
        }
        const { progress, submittedAt, state, plannedStart, deadline } = then.node
        expect(nodeAsOf(calendar, 'a', life.story, closing)).toMatchObject({
          ...{ organisation: 'jiaotong', plannedStart, deadline, progress, submittedAt },
          returned: state === 'returned',
        })
      }),
    )
  })
  it('has the dates and the unit of then, not those of a later change of plan', () => {
    const rebased = { deadline: '2026-06-30T09:00:00Z', organisation: 'shuili' }
    const story = [planned, { version: 2, kind: 'plans.node.rebased', at: at('2026-04-02 09:00'), payload: rebased }]
    expect(nodeAsOf(calendar, 'a', story, at('2026-03-31 17:00'))).toMatchObject({ organisation: 'jiaotong' })
    expect(nodeAsOf(calendar, 'a', story, at('2026-04-30 17:00'))).toMatchObject({
      ...{ organisation: 'shuili', deadline: at('2026-06-30 17:00'), plannedStart: running.plannedStart },
    })
  })
  it('is not there before it was planned, nor after it was removed', () => {
    const removed = { version: 2, kind: 'plans.node.removed', at: at('2026-04-02 09:00'), payload: {} }
    expect(nodeAsOf(calendar, 'a', [planned, removed], at('2026-01-31 17:00'))).toBeUndefined()
    expect(nodeAsOf(calendar, 'a', [planned, removed], at('2026-03-31 17:00'))).toBeDefined()
    expect(nodeAsOf(calendar, 'a', [planned, removed], at('2026-04-30 17:00'))).toBeUndefined()
  })
})

describe('a plan in a month', () => {
  const entry = (version: number, kind: string, when: string) => ({ version, kind, at: at(when), payload: {} })
  const story = [
    entry(1, 'plans.plan.drafted', '2026-01-05 09:00'),
    entry(2, 'plans.plan.started', '2026-02-10 09:00'),
    entry(3, 'plans.plan.paused', '2026-03-20 09:00'),
    entry(4, 'plans.plan.resumed', '2026-05-11 09:00'),
    entry(5, 'plans.plan.closed', '2026-06-03 09:00'),
  ]
  const ran = (from: string, through: string) => ranBetween(story, at(from), at(through))
  it('runs from its start to its end, whole months of a pause left out', () => {
    expect(ran('2026-01-01 00:00', '2026-01-30 17:00')).toBe(false)
    expect(ran('2026-02-01 00:00', '2026-02-28 17:00')).toBe(true)
    expect(ran('2026-03-01 00:00', '2026-03-31 17:00')).toBe(true)
    expect(ran('2026-04-01 00:00', '2026-04-30 17:00')).toBe(false)
    expect(ran('2026-05-01 00:00', '2026-05-29 17:00')).toBe(true)
    expect(ran('2026-06-01 00:00', '2026-06-30 17:00')).toBe(true)
    expect(ran('2026-07-01 00:00', '2026-07-31 17:00')).toBe(false)
  })
})
