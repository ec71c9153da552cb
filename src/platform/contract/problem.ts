import { z } from 'zod'

/** A refusal or failure on the wire: RFC 9457 problem details, in both languages. */
export const Problem = z.object({
  /** `urn:xianqu:refusal:` and the code. */
  type: z.string(),
  /** The HTTP status. */
  status: z.number().int(),
  /** The stable code. */
  code: z.string(),
  /** The sentence in Chinese. */
  title: z.string(),
  /** The same in English. */
  detail: z.string(),
  /** What the sentence was made of, and whatever helps to mend the input. */
  facts: z.record(z.string(), z.unknown()).optional(),
  /** Where the input does not fit, each with its place. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Names the request in the log. */
  trace: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
