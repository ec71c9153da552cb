import type { Services } from '#platform/server/scenario/index.ts'
import { exportSheet } from '../export/export-sheet.ts'
import { exportXml } from '../export/export-xml.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { chooseOwners } from '../mspdi/chosen-owners.ts'
import { importFile } from '../mspdi/import-file.ts'
import { previewFile } from '../mspdi/preview-file.ts'
import { readFile } from '../mspdi/read-file.ts'

/** Plans from and to project programs. */
export const projectFileHandlers = (os: ProjectsImplementer, services: Services) => ({
  previewFile: os.previewFile.handler(({ context, input }) => previewFile(services, context.call, input.file)),
  importFile: os.importFile.handler(async ({ context: { call }, input }) => {
    const file = await readFile(services, call, input.file)
    const ownerOf = await chooseOwners(call, file.plan, input.owners)
    return call.command(async (_tx, command) => importFile(command, services.rules(), input, { ...file, ownerOf }))
  }),
  exportFile: os.exportFile.handler(({ context, input }) => exportXml(services, context.call, input.project)),
  exportSheet: os.exportSheet.handler(({ context, input }) => exportSheet(services, context.call, input.project)),
})
