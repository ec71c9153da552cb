import { expect, test } from 'vitest'
import { platformPages } from '#platform/web/account/pages.ts'
import { scenarios } from './registry.generated.ts'

const entries = [platformPages, ...scenarios].flatMap(({ nav }) => nav)

test('no two entries of the navigation share an order or a name', () => {
  for (const of of ['order', 'zh', 'en', 'to'] as const) {
    const all = entries.map((entry) => entry[of])
    expect(all).toEqual([...new Set(all)])
  }
})
