import { refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { exportSheet } from '../export/export-sheet.ts'
import { exportXml } from '../export/export-xml.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { importFile } from '../mspdi/import-file.ts'
import { matchFileOwners } from '../mspdi/owners.ts'
import { previewFile } from '../mspdi/preview-file.ts'
import { readFile } from '../mspdi/read-file.ts'

/** Plans from and to project programs. */
export const projectFileHandlers = (os: ProjectsImplementer, services: Services) => ({
  previewFile: os.previewFile.handler(({ context, input }) => previewFile(services, context.call, input)),
  importFile: os.importFile.handler(async ({ context: { call }, input }) => {
    const file = await readFile(services, call, input.file)
    const { ownerOf, unknown } = await matchFileOwners(call, file.plan, input.owners)
    if (unknown !== undefined) refused('projects.file.owner-unknown', { resource: unknown })
    return call.command(async (_tx, command) => importFile(command, services.rules(), input, { ...file, ownerOf }))
  }),
  exportFile: os.exportFile.handler(({ context, input }) => exportXml(services, context.call, input.project)),
  exportSheet: os.exportSheet.handler(({ context, input }) => exportSheet(services, context.call, input.project)),
})
