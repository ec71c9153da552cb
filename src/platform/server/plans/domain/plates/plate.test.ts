import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type ClosedNode, type PlateRule, platesOf } from './plate.ts'

const rule: PlateRule = {
  ...{ id: 'three-plates', version: '1', effectiveFrom: '2025-01-01' },
  ...{ closes: 'last-working-hour', tolerance: 0.1, openFaults: 0, lead: 'always' },
}
const lead = 'fagai'
/** Two weeks of March. */
const node: ClosedNode = {
  ...{ id: 'a', organisation: 'jiaotong', plannedStart: at('2026-03-02 00:00'), deadline: at('2026-03-13 17:00') },
  ...{ weight: 252_000_000, progress: 100, submittedAt: at('2026-03-13 16:00'), returned: false },
}
/** March to April: half of it is planned by the end of March. */
const long: ClosedNode = {
  ...{ id: 'b', organisation: 'shuili', plannedStart: at('2026-03-02 00:00'), deadline: at('2026-04-30 17:00') },
  ...{ weight: 1_000_000, progress: 60, submittedAt: null, returned: false },
}
const given = (nodes: readonly ClosedNode[], month = '2026-03', changed: Partial<PlateRule> = {}) =>
  Object.fromEntries(
    platesOf(calendar, { ...rule, ...changed }, { month, lead, nodes }).map((one) => [one.organisation, one.colour]),
  )

describe('the three plates', () => {
  it('units that met their month have green plates, and so has the lead unit', () => {
    expect(given([node, long])).toEqual({ jiaotong: 'green', shuili: 'green', fagai: 'green' })
  })
  it('a unit with a node due and not handed in has a red plate, its lead unit a yellow one', () => {
    expect(given([{ ...node, progress: 95, submittedAt: null }, long])).toEqual({
      ...{ jiaotong: 'red', shuili: 'green', fagai: 'yellow' },
    })
  })
  it('a node handed in late, but before the close, meets the month', () => {
    expect(given([{ ...node, submittedAt: at('2026-03-31 16:59') }])).toMatchObject({ jiaotong: 'green' })
  })
  it('a unit below its planned curve by more than the tolerance has a red plate', () => {
    expect(given([{ ...long, progress: 20 }])).toMatchObject({ shuili: 'red' })
    expect(given([{ ...long, progress: 20 }], '2026-03', { tolerance: 0.4 })).toMatchObject({ shuili: 'green' })
  })
  it('a deliverable that stands returned at the close is a red plate where the county tolerates none', () => {
    const returned = { ...long, progress: 90, returned: true }
    expect(given([returned])).toMatchObject({ shuili: 'red' })
    expect(given([returned], '2026-03', { openFaults: 1 })).toMatchObject({ shuili: 'green' })
  })
  it('a lead unit that missed its own plan has a red plate, not both', () => {
    const own = { ...node, id: 'c', organisation: lead, progress: 0, submittedAt: null }
    expect(given([own, { ...node, progress: 0, submittedAt: null }])).toEqual({ fagai: 'red', jiaotong: 'red' })
    expect(given([own, node])).toEqual({ fagai: 'red', jiaotong: 'green' })
  })
  it('what a lead unit missed itself is no joint liability of anybody', () => {
    const own = { ...node, id: 'c', organisation: lead, progress: 0, submittedAt: null }
    expect(platesOf(calendar, rule, { month: '2026-03', lead, nodes: [own, node] })[0]?.missedBy).toEqual([])
  })
  it('a lead unit without nodes has its joint plate alone where the county chooses so', () => {
    expect(given([node], '2026-03', { lead: 'joint-only' })).toEqual({ jiaotong: 'green' })
    const missed = { ...node, submittedAt: null, progress: 10 }
    expect(given([missed], '2026-03', { lead: 'joint-only' })).toEqual({ jiaotong: 'red', fagai: 'yellow' })
  })
  it('a node that is overdue keeps its unit in play month after month until it is handed in', () => {
    const overdue = { ...node, progress: 50, submittedAt: null }
    expect(given([overdue], '2026-05')).toMatchObject({ jiaotong: 'red' })
    const mended = { ...node, submittedAt: at('2026-05-06 09:00') }
    expect(given([mended], '2026-05')).toMatchObject({ jiaotong: 'green' })
    expect(given([mended], '2026-06')).toEqual({})
  })
  it('a node planned in a month and handed in before it has exceeded the plan', () => {
    expect(given([{ ...long, progress: 100, submittedAt: at('2026-03-20 10:00') }], '2026-04')).toMatchObject({
      shuili: 'green',
    })
  })
  it('a make-up Saturday that ends a month is worked: due and handed in on it meets the month, the evening after does not', () => {
    const deadline = at('2026-02-28 17:00')
    const due = { ...node, plannedStart: at('2026-02-02 00:00'), deadline }
    expect(given([{ ...due, submittedAt: at('2026-02-28 16:59') }], '2026-02').jiaotong).toBe('green')
    expect(given([{ ...due, progress: 99, submittedAt: null }], '2026-02').jiaotong).toBe('red')
    const monday = { ...due, deadline: at('2026-03-02 17:00'), submittedAt: null }
    expect(given([{ ...monday, progress: 99 }], '2026-02').jiaotong).toBe('green')
  })
  it('a month before the first planned start has no plates', () => {
    expect(given([node, long], '2026-02')).toEqual({})
  })
})

const day = fc.integer({ min: 0, max: 120 }).map((days) => at('2026-01-05 17:00') + days * 86_400_000)
const nodes = fc.array(
  fc
    .record({
      id: fc.uuid(),
      organisation: fc.constantFrom('jiaotong', 'shuili', 'zhujian', lead),
      plannedStart: day,
      days: fc.integer({ min: 1, max: 60 }),
      weight: fc.integer({ min: 0, max: 1_000_000 }),
      progress: fc.integer({ min: 0, max: 99 }),
      submittedAt: fc.option(day),
      returned: fc.boolean(),
    })
    .map(({ days, ...one }): ClosedNode => {
      const isIn = one.submittedAt !== null && !one.returned && one.submittedAt <= at('2026-03-31 17:00')
      const deadline = one.plannedStart + days * 86_400_000
      return { ...one, deadline, submittedAt: isIn ? one.submittedAt : null, progress: isIn ? 100 : one.progress }
    }),
  { maxLength: 12 },
)
const plates = (all: readonly ClosedNode[]) => platesOf(calendar, rule, { month: '2026-03', lead, nodes: all })

describe('whatever the nodes', () => {
  it('every unit has one plate at most, and only the lead unit a yellow one', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const units = plates(all).map(({ organisation }) => organisation)
        expect(new Set(units).size).toBe(units.length)
        for (const plate of plates(all)) if (plate.colour === 'yellow') expect(plate.organisation).toBe(lead)
      }),
    )
  })
  it('the lead unit is green only where everybody is', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const own = plates(all).find(({ organisation }) => organisation === lead)
        if (own?.colour === 'green') expect(plates(all).every(({ colour }) => colour === 'green')).toBe(true)
      }),
    )
  })
  it('more progress never turns a green plate red', () => {
    fc.assert(
      fc.property(nodes, fc.nat(11), fc.integer({ min: 0, max: 99 }), (all, place, more) => {
        const before = new Map(plates(all).map((one) => [one.organisation, one.colour]))
        const after = all.map((one, index) =>
          index === place % Math.max(1, all.length) ? { ...one, progress: Math.max(one.progress, more) } : one,
        )
        for (const plate of plates(after))
          if (before.get(plate.organisation) === 'green') expect(plate.colour).toBe('green')
      }),
    )
  })
  it('the order of the nodes does not matter', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const told = (list: readonly ClosedNode[]) =>
          plates(list).map(({ organisation, colour }) => [organisation, colour])
        expect(told(all.toReversed())).toEqual(told(all))
      }),
    )
  })
  it('a unit is red exactly where something is overdue, too much stands returned, or it is below its curve', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        for (const { colour, result } of plates(all)) {
          if (result === null) expect(colour).not.toBe('red')
          else {
            const { overdue, faults, planned, reached } = result
            const isShort = reached + rule.tolerance < planned - 1e-6
            const isOnCurve = reached + rule.tolerance > planned + 1e-6
            if (overdue.length > 0 || faults.length > rule.openFaults || isShort) expect(colour).toBe('red')
            else if (isOnCurve) expect(colour).not.toBe('red')
          }
        }
      }),
    )
  })
  it('the lead unit has a yellow plate exactly where it met its own plan or had none, and another unit missed its', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const given = plates(all)
        const own = given.find(({ organisation }) => organisation === lead)
        const missed = given.filter(({ organisation, colour }) => organisation !== lead && colour === 'red')
        if (own === undefined) expect(given).toEqual([])
        else expect(own.colour === 'yellow').toBe(own.result?.isMet !== false && missed.length > 0)
        if (own?.colour === 'yellow')
          expect(own.missedBy).toEqual(missed.map(({ organisation }) => organisation).sort())
      }),
    )
  })
  it('what is overdue keeps its unit red in every later month until it is handed in', () => {
    fc.assert(
      fc.property(nodes, fc.constantFrom('2026-04', '2026-05', '2026-09'), (all, month) => {
        const close = at('2026-03-31 17:00')
        const late = all.filter(({ deadline, submittedAt }) => deadline <= close && submittedAt === null)
        const later = new Map(
          platesOf(calendar, rule, { month, lead, nodes: all }).map((one) => [one.organisation, one.colour]),
        )
        for (const { organisation } of late) expect(later.get(organisation)).toBe('red')
      }),
    )
  })
  it('a county that tolerates more never gives a worse plate', () => {
    const rank = { red: 0, yellow: 1, green: 2 }
    fc.assert(
      fc.property(nodes, fc.integer({ min: 0, max: 90 }), fc.nat(5), (all, more, faults) => {
        const softer = { ...rule, tolerance: rule.tolerance + more / 100, openFaults: rule.openFaults + faults }
        const before = new Map(plates(all).map((one) => [one.organisation, one.colour]))
        for (const { organisation, colour } of platesOf(calendar, softer, { month: '2026-03', lead, nodes: all }))
          expect(rank[colour]).toBeGreaterThanOrEqual(rank[before.get(organisation) ?? 'red'])
      }),
    )
  })
  it('a county that gives the lead unit its joint plate alone differs in nothing but its other plate without nodes', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const jointOnly = platesOf(calendar, { ...rule, lead: 'joint-only' }, { month: '2026-03', lead, nodes: all })
        const isKept = ({ organisation, colour, result }: (typeof jointOnly)[number]) =>
          organisation !== lead || result !== null || colour === 'yellow'
        expect(jointOnly).toEqual(plates(all).filter(isKept))
      }),
    )
  })
})
