import { Refused, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { headings, missingFields } from '../../domain/import/columns.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { importProject } from '../import/import-project.ts'
import { previewOf } from '../import/preview.ts'
import { readUpload } from '../import/read-upload.ts'
import { planTemplate } from '../import/template.ts'

/** Plans from spreadsheets. */
export const importHandlers = (os: ProjectsImplementer, services: Services) => ({
  template: os.template.handler(async () => templateFile(await planTemplate())),
  preview: os.preview.handler(async ({ context, input }) => previewOf(await readUpload(services, context.call, input))),
  import: os.import.handler(async ({ context: { call }, input }) => {
    const upload = await readUpload(services, call, input)
    const missing = missingFields(upload.mapping).map((field) => headings[field][0] ?? field)
    if (missing.length > 0) refused('projects.import.columns-missing', { columns: missing })
    const { problems } = upload.plan
    if (problems.length > 0) throw rowsInvalid(problems)
    return call.command(async (_tx, command) => importProject(command, services.rules(), input, upload))
  }),
})

function templateFile(bytes: Buffer): File {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], '项目计划模板.xlsx', { type })
}

function rowsInvalid(
  problems: readonly { readonly row: number; readonly column: string; readonly zh: string }[],
): Refused {
  const issues = problems.slice(0, 200).map(({ row, column, zh }) => ({ path: `${column}${row}`, message: zh }))
  return new Refused({ code: 'projects.import.rows-invalid', facts: { count: problems.length } }, issues)
}
