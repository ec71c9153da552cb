import { z } from 'zod'

/** What is left of a time limit, in working time. */
export const TimeLeft = z.object({
  dueAt: z.string(),
  /** Negative when late. */
  workingMinutes: z.number().int(),
  minutesPerDay: z.number().int(),
  /** The share of the limit that is left, 0 to 1. */
  share: z.number(),
  late: z.boolean(),
  /** Years whose holidays are not published yet. */
  provisionalYears: z.array(z.number().int()),
})
export type TimeLeft = z.infer<typeof TimeLeft>
