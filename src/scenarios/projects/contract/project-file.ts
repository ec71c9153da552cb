import { z } from 'zod'
import { ImportInput, ImportPreview } from './import.ts'

/** Whom the importer says a resource is, in the words of offices; an empty unit puts its tasks under the lead unit. */
export const ChosenOwner = z.object({
  resource: z.number().int().describe('Its UID in the file'),
  unit: z.string().trim().max(100).describe('Name or short name'),
  person: z.string().trim().max(50).default('').describe('Name in that unit, with the login behind it for namesakes'),
})
export type ChosenOwner = z.infer<typeof ChosenOwner>

const owners = z.array(ChosenOwner).max(2000).default([])

/** A Project XML file that was uploaded. */
export const FilePreviewInput = z.object({ file: z.uuid(), owners })
export type FilePreviewInput = z.infer<typeof FilePreviewInput>

/** Something that is said of a file: a problem that stands in the way, or what was changed or could not be held. */
export const FileNote = z.object({
  code: z.string(),
  problem: z.boolean(),
  count: z.number().int(),
  zh: z.string(),
  en: z.string(),
  examples: z.array(z.string()).describe('Where, at most ten'),
})
export type FileNote = z.infer<typeof FileNote>

/** A resource of the file and whom it was taken for. */
export const FileOwner = z.object({
  resource: z.number().int().describe('Its UID in the file'),
  name: z.string(),
  group: z.string(),
  tasks: z.number().int(),
  match: z.enum(['person', 'unit', 'ambiguous', 'none']),
  organisation: z.string().nullable(),
  organisationName: z.string().nullable(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
})
export type FileOwner = z.infer<typeof FileOwner>

const worked = z.enum(['worked', 'off'])

/** Where the file's calendar and the county's disagree. */
export const FileCalendar = z.object({
  name: z.string(),
  hours: z.string(),
  countyHours: z.string(),
  differences: z.array(z.object({ date: z.string(), file: worked, county: worked, name: z.string() })),
  more: z.number().int().describe('How many more days differ'),
})
export type FileCalendar = z.infer<typeof FileCalendar>

/** What a file would become. */
export const FilePreview = z.object({
  fileName: z.string(),
  title: z.string(),
  encoding: z.string(),
  saveVersion: z.string().describe('As Project writes it: 9 is 2003, 12 is 2007, 14 is 2010 and later; empty before'),
  tasks: z.number().int(),
  leaves: z.number().int(),
  links: z.number().int(),
  milestones: z.number().int(),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  baselines: z.array(z.object({ number: z.number().int(), tasks: z.number().int() })),
  notes: z.array(FileNote),
  owners: z.array(FileOwner),
  calendar: FileCalendar.nullable(),
  unread: z
    .array(
      z.object({
        path: z.string(),
        count: z.number().int(),
        filled: z.number().int().describe('How often it holds more than nothing or zero'),
        derived: z.boolean().describe('Whether Project reckons it from what is taken over'),
      }),
    )
    .describe('Every element of the file that is not taken over'),
  /** The rows as they would be imported, at most 500. */
  nodes: ImportPreview.shape.nodes,
})
export type FilePreview = z.infer<typeof FilePreview>

/** A project to be made of a file; `owners` says who the resources are that were not recognised, or were wrongly. */
export const FileImportInput = ImportInput.pick({ title: true, kind: true, confidential: true }).extend({
  file: z.uuid(),
  owners,
})
export type FileImportInput = z.infer<typeof FileImportInput>
