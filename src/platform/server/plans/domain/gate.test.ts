import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LinkKind, linkKinds, type PlanLink } from '#platform/kernel/scheduling/link.ts'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type GatePost, openingOf } from './gate.ts'

const hour = 3_600_000
const day = 7 * hour
const since = at('2026-02-27 09:00')
const post: GatePost = {
  ...{ plannedStart: at('2026-03-02 00:00'), deadline: at('2026-03-13 17:00'), changedAt: since },
  ...{ readyAt: null, startedAt: null, finishedAt: null },
}
const ready = { ...post, readyAt: since }
const running = { ...ready, startedAt: at('2026-03-02 00:00') }
const done = { ...running, finishedAt: at('2026-03-11 10:00') }
const link = (kind: LinkKind, lag = 0): PlanLink => ({ node: 'a', kind, lag })
const opening = (one: PlanLink, of: GatePost) => openingOf(calendar, [one], new Map([['a', of]]), since)

describe('what lets a node start', () => {
  it('finish to start waits for the acceptance, and then for the lag', () => {
    expect(opening(link('FS'), running)).toEqual({ waitsOn: 1, readyAt: null })
    expect(opening(link('FS'), done)).toEqual({ waitsOn: 0, readyAt: done.finishedAt })
    expect(opening(link('FS', 2 * day), done)).toEqual({ waitsOn: 0, readyAt: at('2026-03-13 10:00') })
  })
  it('a lead lets it overlap with what its predecessor still has to do, but not before that one starts', () => {
    expect(opening(link('FS', -2 * day), post)).toEqual({ waitsOn: 1, readyAt: null })
    expect(opening(link('FS', -2 * day), ready).readyAt).toBe(at('2026-03-12 08:30'))
    expect(opening(link('FS', -90 * day), ready).readyAt).toBe(post.plannedStart)
    expect(opening(link('FS', -2 * day), done).readyAt).toBe(done.finishedAt)
  })
  it('start to start is known as soon as its predecessor is ready', () => {
    expect(opening(link('SS', 3 * day), post)).toEqual({ waitsOn: 1, readyAt: null })
    expect(opening(link('SS', 3 * day), ready).readyAt).toBe(at('2026-03-04 17:00'))
    expect(opening(link('SS', 3 * day), running)).toEqual(opening(link('SS', 3 * day), ready))
  })
  it('links to the finish keep nothing from starting', () => {
    expect(opening(link('FF'), post)).toEqual({ waitsOn: 0, readyAt: since })
    expect(opening(link('SF', day), post)).toEqual({ waitsOn: 0, readyAt: since })
  })
  it('a predecessor that is not in the plan any more keeps nothing shut', () => {
    expect(openingOf(calendar, [link('FS')], new Map(), since)).toEqual({ waitsOn: 0, readyAt: since })
  })
})

const someLink = fc.record({
  node: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...linkKinds),
  lag: fc.integer({ min: -5 * day, max: 5 * day }),
})
const somePost = fc.constantFrom(post, ready, running, done)
const posts = fc.record({ a: somePost, b: somePost, c: somePost }).map((it) => new Map(Object.entries(it)))

describe('properties of gates', () => {
  it('a node is ready exactly when nothing keeps it, and never before its plan runs', () => {
    fc.assert(
      fc.property(fc.array(someLink, { maxLength: 6 }), posts, (links, of) => {
        const { waitsOn, readyAt } = openingOf(calendar, links, of, since)
        expect(readyAt === null).toBe(waitsOn > 0)
        if (readyAt !== null) expect(readyAt).toBeGreaterThanOrEqual(since)
      }),
    )
  })
  it('one more link never makes it ready earlier', () => {
    fc.assert(
      fc.property(fc.array(someLink, { maxLength: 5 }), someLink, posts, (links, more, of) => {
        const before = openingOf(calendar, links, of, since)
        const after = openingOf(calendar, [...links, more], of, since)
        expect(after.waitsOn).toBeGreaterThanOrEqual(before.waitsOn)
        if (before.readyAt !== null && after.readyAt !== null)
          expect(after.readyAt).toBeGreaterThanOrEqual(before.readyAt)
      }),
    )
  })
  it('a lag is worked through to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * day }), (lag) => {
        const { readyAt } = opening(link('FS', lag), done)
        const worked = workingTimeBetween(calendar, done.finishedAt, readyAt ?? 0).workingMilliseconds
        expect(worked).toBe(lag)
      }),
    )
  })
})
