import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity, Frame } from './activity.ts'
import { linkKinds } from './link.ts'
import { endWith, naiveEarliestStarts } from './naive-schedule.ts'
import { schedule } from './schedule.ts'

const link = fc.record({
  back: fc.nat(20),
  kind: fc.constantFrom(...linkKinds),
  lag: fc.integer({ min: -5, max: 8 }),
})
const plan = fc
  .array(
    fc.record({ duration: fc.nat(9), links: fc.array(link, { maxLength: 3 }), startFrom: fc.option(fc.nat(30)) }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((drawn) =>
    drawn.map(
      ({ duration, links, startFrom }, place): Activity => ({
        id: String(place),
        duration,
        links: links
          .filter(({ back }) => place > 0 && back >= 0)
          .map(({ back, kind, lag }) => ({ node: String(back % place), kind, lag })),
        startFrom: startFrom ?? undefined,
      }),
    ),
  )

function reckon(activities: readonly Activity[], frame: Frame = { start: 0 }) {
  const answer = schedule(activities, frame)
  if (answer.kind === 'cycle') throw new Error(answer.path.join(' '))
  return answer
}

const linkTo = (node: string, kind: Activity['links'][number]['kind'] = 'FS', lag = 0) => ({ node, kind, lag })

describe('earliest dates', () => {
  it('are those of the longest path, whatever the links and lags', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const oracle = naiveEarliestStarts(activities, 0)
        const { timings } = reckon(activities)
        expect(timings.map((one) => one.earliestStart)).toEqual(activities.map(({ id }) => oracle.get(id)))
      }),
    )
  })
  it('do not depend on the order in which activities are written', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const turned = reckon([...activities].reverse()).timings
        expect([...turned].reverse()).toEqual(reckon(activities).timings)
      }),
    )
  })
})

describe('slack', () => {
  it('is never negative without an end that was set, and somebody has none', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const { timings } = reckon(activities)
        expect(Math.min(...timings.map(({ totalSlack }) => totalSlack))).toBe(0)
        for (const one of timings) expect(one.freeSlack).toBeLessThanOrEqual(one.totalSlack)
      }),
    )
  })
  it('is exactly how much an activity may be late: by all of it the end stays, by one more it moves', () => {
    fc.assert(
      fc.property(plan, fc.nat(13), (activities, pick) => {
        const place = pick % activities.length
        const { timings, finish } = reckon(activities)
        const { earliestStart = 0, totalSlack = 0 } = timings[place] ?? {}
        const { id = '' } = activities[place] ?? {}
        expect(endWith(activities, 0, id, earliestStart + totalSlack)).toBe(finish)
        expect(endWith(activities, 0, id, earliestStart + totalSlack + 1)).toBe(finish + 1)
      }),
    )
  })
  it('that is free moves nobody else', () => {
    fc.assert(
      fc.property(plan, fc.nat(13), (activities, pick) => {
        const place = pick % activities.length
        const { timings } = reckon(activities)
        const { earliestStart = 0, freeSlack = 0 } = timings[place] ?? {}
        const { id = '' } = activities[place] ?? {}
        const moved = activities.map((one) => (one.id === id ? { ...one, startFrom: earliestStart + freeSlack } : one))
        const others = (all: typeof timings) => all.filter((_, at) => at !== place).map((one) => one.earliestStart)
        expect(others(reckon(moved).timings)).toEqual(others(timings))
      }),
    )
  })
  it('is negative where the end that was set cannot be kept', () => {
    const two: Activity[] = [
      { id: 'a', duration: 3, links: [] },
      { id: 'b', duration: 4, links: [linkTo('a')] },
    ]
    expect(reckon(two, { start: 0, end: 5 }).timings.map(({ totalSlack }) => totalSlack)).toEqual([-2, -2])
    expect(reckon(two, { start: 0, end: 9 }).timings.map(({ critical }) => critical)).toEqual([false, false])
  })
  it('heeds an activity’s own latest start and finish', () => {
    const bound: Activity[] = [
      { id: 'a', duration: 3, links: [], finishBy: 4 },
      { id: 'b', duration: 2, links: [], startBy: 0 },
      { id: 'c', duration: 9, links: [], finishFrom: 12 },
    ]
    const { timings, finish } = reckon(bound)
    expect(timings.map(({ totalSlack }) => totalSlack)).toEqual([1, 0, 0])
    expect(finish).toBe(12)
  })
})

describe('what has happened', () => {
  const chain: Activity[] = [
    { id: 'a', duration: 4, links: [] },
    { id: 'b', duration: 4, links: [linkTo('a')] },
    { id: 'c', duration: 4, links: [linkTo('b')] },
  ]
  const withActual = (...actual: Activity['actual'][]) => chain.map((one, place) => ({ ...one, actual: actual[place] }))

  it('a late finish moves what follows, and the end by as much', () => {
    const { timings, finish } = reckon(withActual({ start: 0, finish: 6 }), { start: 0, now: 6, end: 12 })
    expect(timings.map((one) => one.earliestFinish)).toEqual([6, 10, 14])
    expect(timings.map(({ totalSlack }) => totalSlack)).toEqual([0, -2, -2])
    expect(timings.map(({ critical }) => critical)).toEqual([false, true, true])
    expect(finish).toBe(14)
  })
  it('what runs keeps its start and finishes after what is left of it', () => {
    const { timings } = reckon(withActual({ start: 0, finish: 4 }, { start: 4, remaining: 3 }), { start: 0, now: 7 })
    expect(timings[1]).toMatchObject({ earliestStart: 4, earliestFinish: 10, totalSlack: 0 })
    expect(timings[2]).toMatchObject({ earliestStart: 10, earliestFinish: 14 })
  })
  it('what was begun out of turn is finished after its predecessor', () => {
    const { timings } = reckon(withActual(undefined, { start: 0, remaining: 2 }), { start: 0, now: 1 })
    expect(timings[1]).toMatchObject({ earliestStart: 0, earliestFinish: 7, freeSlack: 0 })
  })
  it('what has not begun begins now at the earliest', () => {
    expect(reckon(chain, { start: 0, now: 5 }).timings[0]).toMatchObject({ earliestStart: 5, earliestFinish: 9 })
  })
  it('a finish in time changes nothing', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const planned = reckon(activities).timings
        const done = activities.map((one, place) => {
          const { earliestStart: start = 0, earliestFinish: finish = 0 } = planned[place] ?? {}
          return place % 2 === 0 ? { ...one, actual: { start, finish } } : one
        })
        expect(reckon(done).timings.map((one) => one.earliestFinish)).toEqual(planned.map((one) => one.earliestFinish))
      }),
    )
  })
})

describe('what cannot be scheduled', () => {
  it('a circle is told by its path', () => {
    const circle: Activity[] = [
      { id: 'x', duration: 1, links: [linkTo('b')] },
      { id: 'a', duration: 1, links: [linkTo('c')] },
      { id: 'b', duration: 1, links: [linkTo('a', 'SS')] },
      { id: 'c', duration: 1, links: [linkTo('b', 'FF', 2)] },
    ]
    expect(schedule(circle, { start: 0 })).toEqual({ kind: 'cycle', path: ['c', 'a', 'b', 'c'] })
  })
  it('every path that is told is a circle of links', () => {
    const tangled = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(tangled, (links) => {
        const activities = links.map((from, place) => ({
          id: String(place),
          duration: 1,
          links: from.map((one) => linkTo(String(one % links.length))),
        }))
        const answer = schedule(activities, { start: 0 })
        if (answer.kind === 'schedule') return
        expect(answer.path.length).toBeGreaterThan(1)
        expect(answer.path.at(-1)).toBe(answer.path[0])
        for (let at = 1; at < answer.path.length; at++) {
          const links = activities[Number(answer.path[at])]?.links.map(({ node }) => node)
          expect(links).toContain(answer.path[at - 1])
        }
      }),
    )
  })
  it('a link to a node that is gone is passed over', () => {
    expect(reckon([{ id: 'a', duration: 2, links: [linkTo('gone')] }]).finish).toBe(2)
  })
  it('nothing is scheduled in no time', () => {
    expect(reckon([], { start: 7 })).toMatchObject({ timings: [], finish: 7 })
  })
})

it('a hundred thousand nodes in one long chain with side links are scheduled within seconds', () => {
  const many = Array.from({ length: 100_000 }, (_, place): Activity => {
    const links = [place - 1, place - 7, place - 100].filter((one) => one >= 0)
    return { id: String(place), duration: 3_600_000, links: links.map((one) => linkTo(String(one))) }
  })
  const { finish } = reckon(many)
  expect(finish).toBe(100_000 * 3_600_000)
}, 10_000)
