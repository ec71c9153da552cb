import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity } from './activity.ts'
import { level } from './level.ts'
import { type Load, LoadProfile } from './load-profile.ts'

type Borne = Activity & { readonly bearer: string; readonly amount: number }

function place(activities: readonly Borne[], capacity: number, elsewhere = new Map<string, readonly Load[]>()) {
  const bearers = new Map(activities.map(({ id, bearer, amount }) => [id, { bearer, amount }]))
  const answer = level(activities, { start: 0 }, { bearers, elsewhere, capacity })
  if (answer.kind === 'cycle') throw new Error(answer.path.join(' '))
  return answer
}

const work = (id: string, duration: number, more: Partial<Borne> = {}): Borne => ({
  ...{ id, duration, links: [], bearer: 'zhang', amount: 1 },
  ...more,
})

const drawn = fc
  .array(
    fc.record({
      duration: fc.integer({ min: 1, max: 6 }),
      bearer: fc.constantFrom('zhang', 'li'),
      amount: fc.constantFrom(0.25, 0.5, 1),
      back: fc.option(fc.nat(10)),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ back, ...one }, at): Borne => ({
        ...{ id: String(at), ...one },
        links: back !== null && at > 0 ? [{ node: String(back % at), kind: 'FS', lag: 0 }] : [],
      }),
    ),
  )

describe('a levelling', () => {
  it('puts two nodes of one person one after the other, the one without slack first', () => {
    const { starts } = place(
      [
        work('spare', 2),
        work('urgent', 3),
        work('next', 4, { bearer: 'li', links: [{ node: 'urgent', kind: 'FS', lag: 0 }] }),
      ],
      1,
    )
    expect(starts).toEqual([3, 0, 3])
  })
  it('leaves alone what nobody bears too much of', () => {
    expect(place([work('a', 2, { amount: 0.5 }), work('b', 3, { amount: 0.5 })], 1).starts).toEqual([0, 0])
  })
  it('waits for what a person bears elsewhere', () => {
    const elsewhere = new Map([['zhang', [{ start: 1, finish: 8, amount: 0.75 }]]])
    expect(place([work('a', 2, { amount: 0.5 })], 1, elsewhere).starts).toEqual([8])
    expect(place([work('a', 1, { amount: 0.5 })], 1, elsewhere).starts).toEqual([0])
  })
  it('leaves what has begun where it is', () => {
    const running = work('running', 4, { actual: { start: 0, remaining: 4 } })
    expect(place([work('a', 2), running], 1).starts).toEqual([4, 0])
  })
  it('moves nothing for a node that alone is too much', () => {
    expect(place([work('a', 2, { amount: 3 }), work('b', 2)], 1).starts[0]).toBe(0)
  })
  it('never lets anybody bear more than the capacity, and keeps every link', () => {
    fc.assert(
      fc.property(drawn, (activities) => {
        const { starts, finishes } = place(activities, 1)
        const start = (id: string) => starts[Number(id)] ?? 0
        for (const { id, links } of activities)
          for (const { node } of links) expect(start(id)).toBeGreaterThanOrEqual(finishes[Number(node)] ?? 0)
        for (let at = 0; at < 80; at++) {
          for (const bearer of ['zhang', 'li']) {
            const borne = activities.filter((one, place) => {
              return one.bearer === bearer && (starts[place] ?? 0) <= at && at < (finishes[place] ?? 0)
            })
            expect(borne.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })
})

describe('what somebody bears over time', () => {
  it('is the sum of all loads at each position', () => {
    const load = fc.record({ start: fc.nat(20), length: fc.nat(9), amount: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.array(load, { maxLength: 10 }), fc.nat(25), (loads, at) => {
        const profile = new LoadProfile()
        for (const { start, length, amount } of loads) profile.add({ start, finish: start + length, amount })
        const borne = loads.filter(({ start, length }) => start <= at && at < start + length)
        expect(profile.peak(at, at + 1)).toBe(borne.reduce((sum, { amount }) => sum + amount, 0))
      }),
    )
  })
})
