import { ok } from '#platform/kernel/result.ts'
import { decideHandingOver } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DataHubImplementer } from '../implementer.ts'
import { readTableUpload } from '../read-table-upload.ts'

const shown = 200

/** Tables that owners hand over. */
export const tableHandlers = (os: DataHubImplementer, services: Services) => ({
  checkTable: os.checkTable.handler(async ({ context: { call }, input }) => {
    const { table, file } = await readTableUpload(services, call, input)
    const { rows, faults } = table
    return { file: file.name, rows: rows.length, faults: faults.slice(0, shown), faultsInAll: faults.length }
  }),
  handOver: os.handOver.handler(async ({ context: { call }, input }) => {
    const upload = await readTableUpload(services, call, input)
    return call.command(async (tx, command) => {
      const decided = await decideHandingOver(tx, command, services.personalData, { ...upload, asOf: input.asOf })
      if (!decided.ok) return decided
      const { dataset, file_version: version, rows, entry } = decided.value.answer
      return ok({ ...decided.value, answer: { dataset, version, rows, entry } })
    })
  }),
})
