import { z } from 'zod'

/** The columns that a plan is made of, in the order of the template. */
export const planFields = [
  'code',
  'title',
  'parent',
  'nature',
  'deliverable',
  'organisation',
  'person',
  'plannedStart',
  'deadline',
  'predecessors',
] as const
export const PlanField = z.enum(planFields)
export type PlanField = z.infer<typeof PlanField>

/** Which column of the sheet (from 0) holds which field. */
export const Mapping = z.partialRecord(PlanField, z.number().int().min(0).max(255))
export type Mapping = z.infer<typeof Mapping>

/** A file that was uploaded, and how to read it. */
export const PreviewInput = z.object({
  file: z.uuid(),
  sheet: z.string().max(100).optional().describe('Name of the sheet; the first one where left out'),
  headingRow: z.number().int().min(1).max(50).optional().describe('Row of the headings, from 1; found where left out'),
  mapping: Mapping.optional().describe('Columns by field; guessed from the headings where left out'),
})
export type PreviewInput = z.infer<typeof PreviewInput>

/** One thing that is wrong, and where. */
export const RowProblem = z.object({
  row: z.number().int().describe('As the spreadsheet counts, from 1'),
  field: PlanField.nullable(),
  column: z.string().describe('Column letter, empty for the whole row'),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
})
export type RowProblem = z.infer<typeof RowProblem>

/** What a sheet would become. */
export const ImportPreview = z.object({
  fileName: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headingRow: z.number().int(),
  headings: z.array(z.string()),
  sample: z.array(z.array(z.string())).describe('The first rows as text'),
  mapping: Mapping,
  missing: z.array(PlanField).describe('Required fields without a column'),
  rows: z.number().int(),
  problems: z.array(RowProblem),
  /** The rows as they would be imported, at most 500. */
  nodes: z.array(
    z.object({
      row: z.number().int(),
      code: z.string(),
      depth: z.number().int(),
      title: z.string(),
      organisationName: z.string().nullable(),
      personName: z.string().nullable(),
      plannedStart: z.string().nullable(),
      deadline: z.string().nullable(),
    }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** A project to be made of a sheet. */
export const ImportInput = PreviewInput.extend({
  title: z.string().trim().min(2).max(200),
  kind: z.enum(['investment', 'relocation', 'building', 'reform', 'rural']),
  confidential: z.boolean().default(false),
})
export type ImportInput = z.infer<typeof ImportInput>
