import { expect, it } from 'vitest'
import { at } from '#platform/testing/work-calendar.ts'
import { lateUpstream, type UpstreamNode } from './upstream.ts'

const node = (
  id: string,
  deadline: string,
  submitted: string | null,
  ...predecessors: string[]
): [string, UpstreamNode] => [
  id,
  { id, deadline: at(deadline), submittedAt: submitted === null ? null : at(submitted), predecessors },
]

it('a lateness is traced through late predecessors to its root, and past one that was in time it is not', () => {
  const nodes = new Map([
    node('root', '2026-03-02 17:00', '2026-03-10 17:00'),
    node('fine', '2026-03-20 17:00', '2026-03-05 17:00', 'root'),
    node('middle', '2026-03-06 17:00', '2026-03-12 17:00', 'root'),
    node('last', '2026-03-09 17:00', null, 'middle', 'fine'),
  ])
  expect(lateUpstream(nodes, 'last', at('2026-03-15 09:00'))).toEqual(['middle', 'root'])
})

it('an open predecessor is late once its deadline has passed', () => {
  const nodes = new Map([node('a', '2026-03-02 17:00', null), node('b', '2026-03-09 17:00', null, 'a')])
  expect(lateUpstream(nodes, 'b', at('2026-03-02 17:00'))).toEqual([])
  expect(lateUpstream(nodes, 'b', at('2026-03-02 17:01'))).toEqual(['a'])
})
