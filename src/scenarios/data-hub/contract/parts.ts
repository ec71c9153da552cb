import { z } from 'zod'
import { lookUpStates, sensitivities } from './words.ts'

/** Where the routes stand in the API's document. */
export const tag = '数据 Data'

export const inDataset = z.object({ dataset: z.string().min(1).max(40) })
export const reason = z.string().trim().min(2).max(500)

/** Who holds something. */
export const Unit = z.object({ id: z.string(), name: z.string() })
export type Unit = z.infer<typeof Unit>

/** How a department has been answering this server. */
export const Health = z.object({
  state: z.enum(['well', 'failing', 'left-alone', 'untried', 'handed-over', 'not-handed-over']),
  lastAnswerAt: z.iso.datetime().nullable(),
  lastFault: z.object({ fault: z.string(), at: z.iso.datetime() }).nullable(),
  milliseconds: z.number().nullable(),
  asOf: z.string().nullable().describe('The day of the table, where it was handed over'),
})
export type Health = z.infer<typeof Health>

/** A dataset in the catalogue. */
export const DatasetLine = z.object({
  dataset: z.string(),
  version: z.number().int(),
  name: z.string(),
  english: z.string(),
  owner: Unit,
  subject: z.enum(['person', 'enterprise']),
  sharing: z.enum(['unconditional', 'conditional', 'not-shared']),
  sensitivity: z.enum(sensitivities),
  updates: z.string(),
  way: z.enum(['table', 'sql', 'http']),
  fields: z.number().int(),
  grants: z.number().int().describe('Grants that hold today'),
  looksToday: z.number().int(),
  troublesWeek: z.number().int().describe('Look-ups of seven days that waited, were wrong or given up'),
  health: Health,
})
export type DatasetLine = z.infer<typeof DatasetLine>

/** A grant. */
export const GrantView = z.object({
  grant: z.string(),
  dataset: z.string(),
  datasetName: z.string(),
  organisation: Unit,
  posts: z.array(z.string()).nullable(),
  fields: z.array(z.string()),
  matters: z.array(z.string()),
  ground: z.enum(['law', 'consent']),
  basis: z.string(),
  from: z.string(),
  until: z.string(),
  origin: z.enum(['pack', 'operator']),
  state: z.enum(['holds', 'later', 'over', 'ended']),
  endedReason: z.string().nullable(),
  mayEnd: z.boolean(),
})
export type GrantView = z.infer<typeof GrantView>

/** A look-up in the record: everything but values. */
export const LookView = z.object({
  lookUp: z.string(),
  at: z.iso.datetime(),
  organisation: Unit,
  post: z.string().nullable().describe('Null where a machine decided'),
  matter: z.string(),
  case: z.string(),
  dataset: z.string(),
  datasetName: z.string(),
  fields: z.array(z.object({ id: z.string(), name: z.string() })),
  state: z.enum(lookUpStates),
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  byConsent: z.boolean(),
  milliseconds: z.number().nullable(),
})
export type LookView = z.infer<typeof LookView>
