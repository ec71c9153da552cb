import { expect, test } from 'vitest'
import { scenarios } from './registry.generated.ts'

const entries = scenarios.flatMap(({ nav }) => nav)

test('no two entries of the navigation share an order or a name', () => {
  for (const of of ['order', 'zh', 'en', 'to'] as const) {
    const all = entries.map((entry) => entry[of])
    expect(all).toEqual([...new Set(all)])
  }
})
