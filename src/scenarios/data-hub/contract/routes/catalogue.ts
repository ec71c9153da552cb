import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { DatasetLine, GrantView, inDataset, tag } from '../parts.ts'
import { lookUpStates } from '../words.ts'

const read = { permission: 'data-hub.read' } as const

/** A field as a dataset has it. */
export const FieldView = z.object({
  field: z.string(),
  name: z.string(),
  english: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  column: z.string(),
  sensitivity: z.number().int(),
  mask: z.string(),
  required: z.boolean(),
  codes: z.array(z.string()),
})

/** One dataset, whole. */
export const DatasetDetail = DatasetLine.extend({
  summary: z.string(),
  code: z.string().nullable(),
  basis: z.string(),
  effectiveFrom: z.string(),
  answerWithinMilliseconds: z.number().int(),
  records: z.enum(['one', 'many']),
  connector: z.string().nullable(),
  fieldsOf: z.array(FieldView),
  grantsOf: z.array(GrantView),
  days: z.array(z.object({ day: z.string(), count: z.record(z.enum(lookUpStates), z.number().int()) })),
  tables: z.array(
    z.object({
      version: z.number().int(),
      file: z.string(),
      rows: z.number().int(),
      asOf: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
  matters: z.array(z.object({ id: z.string(), name: z.string() })).describe('For which it may be granted'),
  mayGrant: z.boolean(),
  mayHandOver: z.boolean(),
})
export type DatasetDetail = z.infer<typeof DatasetDetail>

/** The catalogue of public data. */
export const catalogue = {
  catalogue: route({
    ...{ method: 'GET', path: '/data/datasets', access: read, tag },
    summary: 'Every dataset: owner, sharing, grants, how its department answers, look-ups',
  }).output(
    z.object({
      datasets: z.array(DatasetLine),
      looksToday: z.number().int(),
      waiting: z.number().int().describe('Look-ups that wait for a department now'),
      disputes: z.number().int().describe('Disputes without an answer'),
    }),
  ),
  dataset: route({
    ...{ method: 'GET', path: '/data/datasets/{dataset}', access: read, tag },
    summary: 'One dataset: fields, grants, look-ups a day, tables handed over',
  })
    .input(inDataset)
    .output(DatasetDetail),
  catalogueWorkbook: route({
    ...{ method: 'GET', path: '/data/catalogue.xlsx', access: read, tag },
    summary: 'The catalogue in the columns that provinces exchange',
  }).output(z.file()),
  catalogueJson: route({
    ...{ method: 'GET', path: '/data/catalogue.json', access: read, tag },
    summary: 'The same as JSON, as the county pack has it',
  }).output(z.object({ datasets: z.array(z.record(z.string(), z.unknown())) })),
} as const
