import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkOrder } from './link-order.ts'

const nodes = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 30 }).map((all) =>
  all.map((before, index) => ({
    id: String(index),
    links: before.filter((one) => one < index).map((one) => ({ node: String(one), kind: 'FS' as const, lag: 0 })),
  })),
)

it('every node comes once, after all that it hangs on', () => {
  fc.assert(
    fc.property(nodes, fc.infiniteStream(fc.double({ noNaN: true })), (all, keys) => {
      const shuffled = all.map((node) => ({ node, key: keys.next().value })).sort((a, b) => (a.key ?? 0) - (b.key ?? 0))
      const order = linkOrder(shuffled.map(({ node }) => node)).map(({ id }) => id)
      expect([...order].sort()).toEqual(all.map(({ id }) => id).sort())
      for (const { id, links } of all)
        for (const { node } of links) expect(order.indexOf(node)).toBeLessThan(order.indexOf(id))
    }),
  )
})

it('a circle does not lose its nodes', () => {
  const circle = [
    { id: 'a', links: [{ node: 'b', kind: 'FS' as const, lag: 0 }] },
    { id: 'b', links: [{ node: 'a', kind: 'FS' as const, lag: 0 }] },
  ]
  expect(linkOrder(circle)).toEqual(circle)
})
