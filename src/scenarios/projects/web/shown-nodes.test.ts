import { expect, test } from 'vitest'
import { shownNodes } from './shown-nodes.ts'

const nodes = [
  { node: '1', parent: null },
  { node: '1.1', parent: '1' },
  { node: '1.1.1', parent: '1.1' },
  { node: '1.2', parent: '1' },
  { node: '2', parent: null },
]

test('an unfolded outline shows all', () => {
  expect(shownNodes(nodes, new Set())).toEqual(nodes)
})

test('a folded branch hides everything below it, and nothing else', () => {
  expect(shownNodes(nodes, new Set(['1.1'])).map(({ node }) => node)).toEqual(['1', '1.1', '1.2', '2'])
  expect(shownNodes(nodes, new Set(['1'])).map(({ node }) => node)).toEqual(['1', '2'])
})
