import { describe, expect, it } from 'vitest'
import type { PlanLink } from '#platform/kernel/scheduling/index.ts'
import { addWorkingDays, stateCouncil, workCalendar, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { checkPlan, type Surroundings } from './check-plan.ts'
import { usualCheckRule } from './check-rule.ts'
import { type CheckedNode, nameOf } from './checked-node.ts'
import { findingTexts, tellFinding } from './finding.ts'
import { levelPlan } from './level-plan.ts'
import { isMeasurable } from './measurable.ts'
import { schedulePlan } from './schedule-plan.ts'
import { weekLoads } from './week-load.ts'

const calendar = workCalendar({
  version: 'test',
  sessions: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ],
  ...stateCouncil,
})
const day = calendar.ordinaryDayMilliseconds
const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`)
const endOf = (text: string) => addWorkingDays(calendar, at(text) - 1, 1).at
const frame = { running: false, now: at('2026-03-01') }
const fs = (node: string, lag = 0): PlanLink => ({ node, kind: 'FS', lag })

type Sketch = Partial<CheckedNode> & { readonly from?: string; readonly to?: string }

function node(id: string, { from = '2026-03-02', to = '2026-03-06', ...more }: Sketch = {}): CheckedNode {
  const plannedStart = more.plannedStart ?? at(from)
  const deadline = more.deadline ?? endOf(to)
  return {
    ...{
      id,
      code: id,
      title: '节点',
      parent: null,
      leaf: true,
      deliverable: '方案 1 份',
      organisation: 'u',
      person: 'p',
    },
    ...{ plannedStart, deadline, links: [], progress: 0, startedAt: null, finishedAt: null },
    weight: workingTimeBetween(calendar, plannedStart, deadline).workingMilliseconds,
    ...more,
  }
}

const standings = new Map([
  ['p', { hasLeft: false, posts: [['county', 'u', 'section-of-u']] }],
  [
    'q',
    {
      hasLeft: false,
      posts: [
        ['county', 'u2'],
        ['county', 'u'],
      ],
    },
  ],
  ['elsewhere', { hasLeft: false, posts: [['county', 'u2']] }],
  ['above', { hasLeft: false, posts: [['county']] }],
  ['without-post', { hasLeft: false, posts: [] }],
  ['closed', { hasLeft: true, posts: [] }],
])

function check(nodes: readonly CheckedNode[], more: Partial<Surroundings> = {}) {
  return checkPlan(nodes, {
    ...{ calendar, rule: usualCheckRule, frame, units: new Set(['u', 'u2']), standings },
    ...{ nameOfUnit: (id: string) => id, nameOfPerson: (id: string) => id, loads: new Map() },
    ...more,
  }).map(tellFinding)
}

const codes = (findings: ReturnType<typeof check>) => findings.map(({ code }) => code)
const graver = (findings: ReturnType<typeof check>) => codes(findings.filter(({ severity }) => severity !== 'hint'))

describe('a plan is checked before its start', () => {
  it('a sound plan has nothing but its critical path to tell', () => {
    const plan = [node('1'), node('2', { from: '2026-03-09', to: '2026-03-13', links: [fs('1')] })]
    expect(codes(check(plan))).toEqual(['critical-path'])
    expect(check(plan)[0]?.nodes).toEqual(['1', '2'])
  })
  it.each<[string, Sketch, string]>([
    ['no unit', { organisation: '' }, 'unit-missing'],
    ['a unit that is gone', { organisation: 'old' }, 'unit-gone'],
    ['nobody by name', { person: null }, 'person-missing'],
    ['an owner without a post', { person: 'without-post' }, 'person-left'],
    ['an owner in post in another unit', { person: 'elsewhere' }, 'person-moved'],
    ['an owner in post above its unit', { person: 'above' }, 'person-moved'],
    ['an owner whose account is closed', { person: 'closed' }, 'account-closed'],
    ['an owner whom the county does not know', { person: 'nobody' }, 'account-closed'],
    ['no deliverable', { deliverable: ' ' }, 'deliverable-missing'],
    ['a deliverable without a measure', { deliverable: '推进相关工作' }, 'deliverable-unmeasurable'],
    ['a holiday to work in', { from: '2026-10-01', deadline: at('2026-10-02') }, 'no-working-time'],
    ['half a year to do', { to: '2026-09-30' }, 'too-coarse'],
    ['a predecessor that was deleted', { links: [fs('9')] }, 'predecessor-gone'],
  ])('a leaf with %s is told with its place and a remedy', (_what, sketch, code) => {
    const found = check([node('1', sketch)])
    expect(graver(found)).toEqual([code])
    expect(found[0]).toMatchObject({ nodes: ['1'], code })
    expect(found[0]?.zh).toContain('1 节点')
    expect(found[0]?.remedyZh).not.toBe('')
  })
  it('a milestone needs no working time', () => {
    const deadline = endOf('2026-03-06')
    expect(graver(check([node('1', { plannedStart: deadline - 1, deadline, weight: 0 })]))).toEqual([])
  })
  it('a deadline on a day off is a hint that names the day; a make-up Saturday is a working day', () => {
    const found = check([node('1', { from: '2026-09-21', deadline: at('2026-10-01') + 40_000_000 })])
    expect(found.find(({ code }) => code === 'day-off')?.zh).toContain('国庆')
    expect(codes(check([node('1', { from: '2026-10-08', deadline: at('2026-10-10') + 63_000_000 })]))).not.toContain(
      'day-off',
    )
  })
  it('a year whose holidays are not published is a hint for all its nodes together', () => {
    const found = check([
      node('1', { from: '2031-03-03', to: '2031-03-07' }),
      node('2', { from: '2031-03-03', to: '2031-03-07' }),
    ])
    expect(found.find(({ code }) => code === 'year-unpublished')).toMatchObject({ nodes: ['1', '2'] })
  })
  it('a child that is due after its parent is told with both dates', () => {
    const found = check([
      node('1', { leaf: false }),
      node('1.1', { parent: '1', to: '2026-03-09' }),
      node('1.2', { parent: '1' }),
    ])
    expect(found.find(({ code }) => code === 'after-parent')).toMatchObject({
      nodes: ['1.1', '1'],
      severity: 'blocking',
    })
  })
  it('a branch with a single child is no breakdown', () => {
    expect(codes(check([node('1', { leaf: false }), node('1.1', { parent: '1' })]))).toContain('single-child')
  })
  it('a circle is told by its path, and nothing is reckoned from it', () => {
    const found = check([node('1', { links: [fs('2')] }), node('2', { links: [fs('1')] })])
    expect(found.find(({ code }) => code === 'cycle')?.zh).toMatch(/1 节点 → 2 节点 → 1 节点|2 节点 → 1 节点 → 2 节点/)
    expect(codes(found)).not.toContain('critical-path')
  })
  it('a start before a predecessor allows is told with the days that it lacks, and so is the end that is missed by it', () => {
    const found = check([node('1'), node('2', { from: '2026-03-05', to: '2026-03-10', links: [fs('1', day)] })])
    expect(found.find(({ code }) => code === 'before-predecessor')?.zh).toContain('差 3 个工作日')
    expect(found.find(({ code }) => code === 'end-missed')?.zh).toContain('晚 3 个工作日')
  })
  it('what is done is not checked any more', () => {
    const done = { startedAt: at('2026-03-02'), finishedAt: at('2026-03-04'), person: 'gone', deliverable: '' }
    expect(graver(check([node('1', done)], { frame: { running: true, now: at('2026-03-05') } }))).toEqual([])
  })
  it('the gravest come first', () => {
    const found = check([node('1', { person: null }), node('2', { organisation: '' })])
    expect(found.map(({ severity }) => severity)).toEqual(['blocking', 'warning', 'hint'])
  })
  it('every finding is told in both languages with every fact', () => {
    for (const text of Object.values(findingTexts)) expect(text.zh.match(/\{\w+\}/g)).toEqual(expectedFacts(text))
    expect(nameOf({ code: '1.2', title: '甲' })).toBe('1.2 甲')
  })
})

function expectedFacts({ zh, en }: { readonly zh: string; readonly en: string }) {
  expect(new Set(en.match(/\{\w+\}/g))).toEqual(new Set(zh.match(/\{\w+\}/g)))
  return zh.match(/\{\w+\}/g)
}

describe('the schedule of a plan', () => {
  it('a draft is reckoned by its planned starts and links; slack counts to the last deadline', () => {
    const plan = schedulePlan(
      calendar,
      [node('1'), node('2', { from: '2026-03-09', to: '2026-03-20', links: [fs('1')] }), node('3')],
      frame,
    )
    if (plan.kind === 'cycle') throw new Error('cycle')
    expect(plan.nodes.map(({ slackMinutes }) => slackMinutes / 450)).toEqual([0, 0, 10])
    expect(plan.nodes[2]?.latestFinish).toBe(endOf('2026-03-20'))
  })
  it('in a running plan the earliest finish is the forecast, and lateness is told against the deadline', () => {
    const running = node('1', { startedAt: at('2026-03-04'), progress: 20 })
    const plan = schedulePlan(
      calendar,
      [running, node('2', { from: '2026-03-09', to: '2026-03-13', links: [fs('1')] })],
      {
        running: true,
        now: at('2026-03-09'),
      },
    )
    if (plan.kind === 'cycle') throw new Error('cycle')
    expect(plan.nodes[0]).toMatchObject({ earliestFinish: endOf('2026-03-12'), lateMinutes: 4 * 450, critical: true })
    expect(plan.nodes[1]).toMatchObject({
      earliestFinish: endOf('2026-03-19'),
      lateMinutes: 4 * 450,
      slackMinutes: -4 * 450,
    })
  })
})

describe('the load of a person', () => {
  const week = (person: string, from: string, to: string) => ({ person, start: at(from), finish: endOf(to) })

  it('is told by week as a share of the working time that the week has', () => {
    const loads = weekLoads(
      calendar,
      [week('p', '2026-03-02', '2026-03-13'), week('p', '2026-03-04', '2026-03-06')],
      { nodeShare: 0.5 },
      0,
    )
    expect(loads.get('p')).toEqual([
      { from: at('2026-03-02'), load: 0.8, nodes: 2 },
      { from: at('2026-03-09'), load: 0.5, nodes: 1 },
    ])
  })
  it('a short week is full with less, and a holiday week bears nothing', () => {
    const loads = weekLoads(calendar, [week('p', '2026-09-28', '2026-10-10')], { nodeShare: 1 }, 0)
    expect(loads.get('p')?.map(({ load }) => load)).toEqual([1, 1])
  })
  it('above the threshold is a finding with the worst week', () => {
    const loads = new Map([['p', [{ from: at('2026-03-02'), load: 1.5, nodes: 6 }]]])
    expect(check([node('1')], { loads }).find(({ code }) => code === 'overloaded')).toMatchObject({
      person: 'p',
      severity: 'warning',
    })
    expect(codes(check([node('1')], { loads: new Map([['p', [{ from: 0, load: 1, nodes: 4 }]]]) }))).not.toContain(
      'overloaded',
    )
  })
})

describe('a levelling proposal', () => {
  const rule = { ...usualCheckRule, nodeShare: 0.5 }

  it('moves what need not be now, by whole days, and says by how much; nobody is overloaded any more', () => {
    const plan = [node('1'), node('2'), node('3')]
    const answer = levelPlan(calendar, plan, { rule, frame, elsewhere: [] })
    if (answer.kind === 'cycle') throw new Error('cycle')
    expect(answer.moves).toEqual([
      { node: '3', plannedStart: at('2026-03-09'), deadline: endOf('2026-03-13'), byMilliseconds: 5 * day },
    ])
    const moved = plan.map((one) => ({ ...one, ...answer.moves.find((move) => move.node === one.id) }))
    const borne = moved.map(({ plannedStart, deadline }) => ({ person: 'p', start: plannedStart, finish: deadline }))
    expect(Math.max(...(weekLoads(calendar, borne, rule, 0).get('p') ?? []).map(({ load }) => load))).toBe(1)
  })
  it('minds what the person bears in other plans, and leaves what has begun', () => {
    const elsewhere = [{ person: 'p', start: at('2026-03-02'), finish: endOf('2026-03-06') }]
    const plan = [node('1', { startedAt: at('2026-03-02'), progress: 0 }), node('2')]
    const answer = levelPlan(calendar, plan, { rule, frame: { running: true, now: at('2026-03-02') }, elsewhere })
    expect(answer).toMatchObject({ kind: 'levelled', moves: [{ node: '2', plannedStart: at('2026-03-09') }] })
  })
  it('moves nothing where nobody is overloaded', () => {
    expect(levelPlan(calendar, [node('1'), node('2')], { rule, frame, elsewhere: [] })).toEqual({
      kind: 'levelled',
      moves: [],
    })
  })
})

it.each([
  ['实施方案 1 份', true],
  ['三方协议一份', true],
  ['完成率 100%', true],
  ['全部农户签约', true],
  ['道路２公里', true],
  ['推进落实', false],
  ['资料齐全', false],
])('whether “%s” can be measured: %s', (text, measurable) => expect(isMeasurable(text)).toBe(measurable))
