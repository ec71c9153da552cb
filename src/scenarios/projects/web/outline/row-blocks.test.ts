import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowBlocks } from './row-blocks.ts'

it('every row stands in one block, in order, and the blocks fill the outline', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 120 })), fc.integer({ min: 1, max: 20 }), (heights, inBlock) => {
      const { blocks, tops } = rowBlocks(heights, inBlock, (height) => height)
      expect(blocks.flatMap(({ rows }) => rows)).toEqual(heights)
      expect(tops).toHaveLength(blocks.length + 1)
      expect(tops[tops.length - 1]).toBe(heights.reduce((sum, height) => sum + height, 0))
      for (const { first, rows, tops: own } of blocks) {
        expect(rows[0]).toBe(heights[first])
        rows.forEach((height, offset) => {
          expect(own[offset + 1] ?? tops[first / inBlock + 1]).toBe((own[offset] ?? 0) + height)
        })
      }
    }),
  )
})
