import { z } from 'zod'

/** A DMN document. */
export const Document = z.string().min(1).max(4_000_000)

/** A decision model in the list. */
export const ModelLine = z.object({
  model: z.string(),
  name: z.string(),
  summary: z.string().nullable(),
  version: z.number().int(),
  effectiveFrom: z.iso.date(),
  decisions: z.array(z.string()),
  usedBy: z.array(z.string()).describe('Names of the matters that ask for it'),
  waiting: z.number().int().describe('Proposals that wait for approval'),
})
export type ModelLine = z.infer<typeof ModelLine>

/** A version of a model, without its document. */
export const VersionLine = z.object({
  version: z.number().int(),
  effectiveFrom: z.iso.date(),
  origin: z.enum(['pack', 'proposal']),
  state: z.enum(['in-force', 'later', 'over', 'waiting', 'rejected', 'withdrawn']),
  reason: z.string().nullable(),
  tried: z.object({ cases: z.number().int(), changed: z.number().int(), lost: z.number().int() }).nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedReason: z.string().nullable(),
  isOwn: z.boolean(),
})
export type VersionLine = z.infer<typeof VersionLine>

/** A model, whole. */
export const ModelDetail = ModelLine.extend({
  xml: z.string(),
  versions: z.array(VersionLine),
  mayEdit: z.boolean(),
  mayApprove: z.boolean(),
})
export type ModelDetail = z.infer<typeof ModelDetail>

/** A version with its document. */
export const VersionDetail = VersionLine.extend({ xml: z.string() })

/** What a check found. */
export const Checked = z.object({
  decisions: z.array(z.object({ name: z.string(), facts: z.array(z.string()) })),
  faults: z.array(
    z.object({ decision: z.string(), text: z.string(), row: z.number().int().nullable(), line: z.number().int() }),
  ),
})
export type Checked = z.infer<typeof Checked>

const Count = z.object({ result: z.unknown(), cases: z.number().int() })
const Said = z.object({
  result: z.unknown(),
  refused: z.string().nullable(),
  plain: z.array(z.string()).describe('The reasons as Chinese sentences'),
})

/** What a try-out showed. */
export const Tried = z.object({
  cases: z.number().int(),
  same: z.number().int(),
  changed: z.number().int(),
  lost: z.number().int().describe('Cases that could be decided and no longer can'),
  before: z.array(Count),
  after: z.array(Count),
  examples: z.array(z.object({ key: z.string(), before: Said, after: Said })),
})
export type Tried = z.infer<typeof Tried>
