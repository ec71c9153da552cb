import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CountedNode, closingFacts, type GivenLamp } from './closing-facts.ts'

const someone = { organisation: fc.constantFrom('jiaotong', 'shuili'), person: fc.constantFrom('a', 'b', null) }
const someNode: fc.Arbitrary<CountedNode> = fc.record({ id: fc.uuid(), ...someone, isOnTime: fc.boolean() })
const someLamp: fc.Arbitrary<GivenLamp> = fc.record({
  ...someone,
  lamp: fc.constantFrom('white', 'blue', 'green', 'yellow', 'red'),
})

it('units together have every node, every return and every lamp, each once', () => {
  fc.assert(
    fc.property(fc.array(someNode), fc.array(someLamp), (nodes, lamps) => {
      const returned = new Map(nodes.map(({ id }, index) => [id, index % 3]))
      const units = closingFacts(nodes, lamps, returned).filter(({ subject }) => subject === 'organisation')
      const sum = (of: (one: (typeof units)[number]['facts']) => number) =>
        units.reduce((total, { facts }) => total + of(facts), 0)
      expect(sum((facts) => facts.nodes)).toBe(nodes.length)
      expect(sum((facts) => facts.onTime + facts.late)).toBe(nodes.length)
      expect(sum((facts) => facts.returned)).toBe([...returned.values()].reduce((a, b) => a + b, 0))
      expect(sum(({ lamps: given }) => Object.values(given).reduce((a, b) => a + b, 0))).toBe(lamps.length)
    }),
  )
})

it('a lamp stays with whom it was given to, though the node was handed over', () => {
  const node = { id: 'n', organisation: 'jiaotong', person: 'b', isOnTime: true }
  const lamp = { organisation: 'jiaotong', person: 'a', lamp: 'red' as const }
  const facts = closingFacts([node], [lamp], new Map())
  expect(facts.find(({ person }) => person === 'a')?.facts).toMatchObject({ nodes: 0, lamps: { red: 1 } })
  expect(facts.find(({ person }) => person === 'b')?.facts).toMatchObject({ nodes: 1, onTime: 1, lamps: { red: 0 } })
})
