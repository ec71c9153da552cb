import { expect, it } from 'vitest'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { noticeRules } from './notice-rules.ts'

const tell = (kind: string, stream: string, payload: Record<string, unknown>) =>
  noticeRules
    .filter((rule) => rule.kind === kind)
    .flatMap((rule) => rule.tell({ kind, stream, payload } as unknown as SealedEntry))

it('a unit is told of its red and yellow plates, and of green ones nobody is', () => {
  const plate = (colour: string) =>
    tell('plans.plate.given', 'plans.plate/p1', { colour, month: '2026-10', unit: 'jiaotong' })
  expect(plate('red')).toMatchObject([
    { audience: 'unit:jiaotong', link: '/plates/p1', zh: '2026-10 红牌：未完成当月计划' },
  ])
  expect(plate('yellow')).toHaveLength(1)
  expect(plate('green')).toEqual([])
})

it('a unit is told that others waited for what was late by its own doing', () => {
  const accepted = (heldUp: unknown) =>
    tell('plans.node.accepted', 'plans.node/n1', { organisation: 'jiaotong', heldUp })
  expect(accepted([{ node: 'n2' }])).toMatchObject([{ audience: 'unit:jiaotong', link: '/nodes/n1' }])
  expect(accepted(undefined)).toEqual([])
})
