import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { FileImportInput, FilePreview, FilePreviewInput } from '../project-file.ts'
import { all, tag } from './parts.ts'

const inProject = z.object({ project: z.uuid() })
const unreadable = [
  'projects.file.unreadable',
  'projects.file.entities',
  'projects.file.encoding',
  'projects.file.truncated',
  'projects.file.not-a-project',
  'projects.file.too-large',
] as const

/** Plans from and to project programs: Project XML (MSPDI) both ways, and the plan as a spreadsheet. */
export const projectFiles = {
  previewFile: route({
    method: 'POST',
    path: '/project-files/preview',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Read a Project XML file, say what it would become and what is not taken over; nothing is written',
  })
    .input(FilePreviewInput)
    .output(FilePreview)
    .errors(refusalErrors(all, ...unreadable)),
  importFile: route({
    method: 'POST',
    path: '/project-files',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Make a draft project of a Project XML file; all tasks or none',
  })
    .input(FileImportInput)
    .output(z.object({ project: z.string(), nodes: z.number().int(), entry: z.string() }))
    .errors(
      refusalErrors(
        all,
        ...unreadable,
        'projects.file.invalid',
        'projects.file.owner-unknown',
        'projects.import.rules-missing',
      ),
    ),
  exportFile: route({
    method: 'GET',
    path: '/projects/{project}/export.xml',
    access: { permission: 'projects.read' },
    tag,
    summary: 'The plan as Project XML, to be opened in a project program',
  })
    .input(inProject)
    .output(z.file()),
  exportSheet: route({
    method: 'GET',
    path: '/projects/{project}/export.xlsx',
    access: { permission: 'projects.read' },
    tag,
    summary: 'The plan as a spreadsheet that can be imported again, with how each node stands',
  })
    .input(inProject)
    .output(z.file()),
} as const
