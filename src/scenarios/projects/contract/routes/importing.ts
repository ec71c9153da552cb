import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { ImportInput, ImportPreview, PreviewInput } from '../import.ts'
import { all, tag } from './parts.ts'

/** A plan read from a spreadsheet: template, preview, import. */
export const importing = {
  template: route({
    method: 'GET',
    path: '/project-template.xlsx',
    access: 'signed-in',
    tag,
    summary: 'The spreadsheet to write a plan in, with Chinese headings',
  }).output(z.file()),
  preview: route({
    method: 'POST',
    path: '/project-imports/preview',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Read a spreadsheet, match its columns, list what is wrong; nothing is written',
  })
    .input(PreviewInput)
    .output(ImportPreview)
    .errors(refusalErrors(all, 'projects.import.unreadable', 'projects.import.too-large', 'projects.import.empty')),
  import: route({
    method: 'POST',
    path: '/project-imports',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Make a draft project of a spreadsheet; all rows or none',
  })
    .input(ImportInput)
    .output(z.object({ project: z.string(), nodes: z.number().int(), entry: z.string() }))
    .errors(
      refusalErrors(
        all,
        'projects.import.unreadable',
        'projects.import.too-large',
        'projects.import.empty',
        'projects.import.rules-missing',
        'projects.import.columns-missing',
        'projects.import.rows-invalid',
      ),
    ),
} as const
