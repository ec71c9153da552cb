import { expect, test } from 'vitest'
import { chartOf } from '../../../fixtures/chart.ts'
import { drawn } from '../drawn.ts'
import { sumsOf } from '../sums.ts'
import { type Topic, topicsOf } from './topics.ts'

const map = (phases: number, leaves: number): Topic => {
  const rows = Array.from({ length: phases }, (_, phase) => [
    `${phase + 1}`,
    ...Array.from({ length: leaves }, (_, leaf) => `${phase + 1}.${leaf + 1}`),
  ])
  const { nodes, title } = drawn(chartOf(rows.flat()))
  return topicsOf(sumsOf(nodes), { title, isEditable: false, lampOf: () => '正常' })
}

test('a small project stands open around its title', () => {
  const { topic, children } = map(2, 3)
  expect(topic).toBe('测试项目')
  expect(children.map(({ expanded }) => expanded)).toEqual([true, true])
  expect(children[0]?.children.map((child) => child.topic)).toEqual(['1.1 节点', '1.2 节点', '1.3 节点'])
})

test('of a large one the first level stands open, and what is deeper is folded', () => {
  const { children } = map(30, 40)
  expect(children).toHaveLength(30)
  expect(children.every(({ expanded }) => !expanded)).toBe(true)
})
