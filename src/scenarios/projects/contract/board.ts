import { z } from 'zod'
import { PointLine } from './plates.ts'

/** A month, a quarter or a year: `2026-11`, `2026-Q4`, `2026`. */
export const Period = z.string().regex(/^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/)

/** One account on the board. */
export const BoardRow = z.object({
  /** Place by points; equal points share one. */
  rank: z.number().int(),
  subject: z.string(),
  name: z.string(),
  /** The unit of a person. */
  unitName: z.string(),
  won: z.number().int().describe('成效: points won'),
  lost: z.number().int().describe('不足: points lost, 0 or below'),
  points: z.number().int(),
  lines: z.number().int(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** The Tiangong board of a period. */
export const Board = z.object({
  of: z.enum(['units', 'persons']),
  period: z.string(),
  rows: z.array(BoardRow),
  /** Whose accounts it shows: of persons, those within the post's reach and one's own. */
  reach: z.enum(['jurisdiction', 'units', 'own']),
})
export type Board = z.infer<typeof Board>

/** An account's lines in a period. */
export const Account = z.object({
  name: z.string(),
  period: z.string(),
  won: z.number().int(),
  lost: z.number().int(),
  points: z.number().int(),
  lines: z.array(PointLine),
})
export type Account = z.infer<typeof Account>
