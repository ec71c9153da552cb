import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findCycle } from './cycle.ts'

it('names the nodes of a cycle in order, the first repeated at the end', () => {
  const cycle = findCycle(
    new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]),
  )
  expect(cycle?.at(0)).toBe(cycle?.at(-1))
  expect(new Set(cycle)).toEqual(new Set(['b', 'c']))
})

it('finds none where every predecessor stands before, however the graph looks', () => {
  const dag = fc.array(fc.array(fc.nat(200), { maxLength: 5 }), { maxLength: 200 })
  fc.assert(
    fc.property(dag, (links) => {
      const graph = new Map(
        links.map((before, index) => [String(index), before.filter((one) => one < index).map(String)]),
      )
      expect(findCycle(graph)).toBeUndefined()
    }),
  )
})

it('finds one wherever a link back is put in, and each of its steps is a link', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (size, from) => {
      const chain = new Map(
        Array.from({ length: size }, (_, index) => [String(index), index > 0 ? [String(index - 1)] : []]),
      )
      chain.set('0', [String(from % size)])
      const cycle = findCycle(chain) ?? []
      expect(cycle.length).toBeGreaterThan(1)
      for (const [index, id] of cycle.slice(0, -1).entries()) expect(chain.get(id)).toContain(cycle[index + 1])
    }),
  )
})

it('does not overflow on a chain of a hundred thousand nodes', () => {
  const chain = new Map(
    Array.from({ length: 100_000 }, (_, index) => [String(index), index > 0 ? [String(index - 1)] : []]),
  )
  expect(findCycle(chain)).toBeUndefined()
})
