import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkKind } from '#platform/kernel/scheduling/link.ts'
import { at } from '#platform/testing/work-calendar.ts'
import { lateUpstream, type UpstreamNode } from './upstream.ts'

const now = at('2026-03-20 09:00')
const past = at('2026-03-10 17:00')
const future = at('2026-04-10 17:00')
const node = (id: string, predecessors: readonly string[], changed: Partial<UpstreamNode> = {}): UpstreamNode => ({
  ...{ id, plannedStart: at('2026-03-02 00:00'), deadline: past, startedAt: at('2026-03-02 00:00'), submittedAt: null },
  links: predecessors.map((one) => ({ node: one, kind: 'FS' as LinkKind, lag: 0 })),
  ...changed,
})
const causes = (nodes: readonly UpstreamNode[], of: string) =>
  lateUpstream(new Map(nodes.map((one) => [one.id, one])), of, now).map(({ id, isRoot }) => [id, isRoot])

describe('late upstream', () => {
  it('leads from the nearest late predecessor to the root', () => {
    expect(causes([node('a', []), node('b', ['a']), node('c', ['b'])], 'c')).toEqual([
      ['b', false],
      ['a', true],
    ])
  })
  it('stops where a predecessor was in time, whatever lies behind it', () => {
    const inTime = node('b', ['a'], { submittedAt: at('2026-03-09 09:00') })
    expect(causes([node('a', []), inTime, node('c', ['b'])], 'c')).toEqual([])
  })
  it('one handed in late is late, however long ago', () => {
    const late = node('a', [], { submittedAt: at('2026-03-11 09:00') })
    expect(causes([late, node('b', ['a'], { deadline: future })], 'b')).toEqual([['a', true]])
  })
  it('a link from start to start holds up by a late start, not by a late end', () => {
    const linked = node('b', [], { deadline: future, links: [{ node: 'a', kind: 'SS', lag: 0 }] })
    expect(causes([node('a', []), linked], 'b')).toEqual([])
    expect(causes([node('a', [], { startedAt: null }), linked], 'b')).toEqual([['a', true]])
  })
  it('links that keep no node from starting hold nobody up', () => {
    const links = [
      { node: 'a', kind: 'FF' as const, lag: 0 },
      { node: 'a', kind: 'SF' as const, lag: 0 },
    ]
    expect(causes([node('a', []), node('b', [], { links })], 'b')).toEqual([])
  })
  it('several roots are all told', () => {
    expect(causes([node('a', []), node('b', []), node('c', ['a', 'b'])], 'c')).toEqual([
      ['a', true],
      ['b', true],
    ])
  })
  it('in any plan each cause is told once, and somebody is the root of every lateness', () => {
    const plans = fc.array(
      fc.record({
        isLate: fc.boolean(),
        before: fc.array(fc.nat(30), { maxLength: 4 }),
        kind: fc.constantFrom('FS' as const, 'SS' as const),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(plans, (all) => {
        const nodes = all.map(({ isLate, before, kind }, index) =>
          node(String(index), [], {
            ...{ deadline: isLate ? past : future, startedAt: isLate ? null : at('2026-03-02 00:00') },
            links: index === 0 ? [] : before.map((one) => ({ node: String(one % index), kind, lag: 0 })),
          }),
        )
        const found = causes(nodes, String(all.length - 1))
        expect(new Set(found.map(([id]) => id)).size).toBe(found.length)
        if (found.length > 0) expect(found.some(([, isRoot]) => isRoot)).toBe(true)
      }),
    )
  })
})
