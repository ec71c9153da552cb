import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { refusals } from '../../refusals.ts'
import { inDataset, tag } from '../parts.ts'

const handOver = { permission: 'data-hub.hand-over' } as const
const inFile = inDataset.extend({ file: z.uuid().describe('An upload of the caller’s own') })

/** What is wrong with a table, and where. */
export const TableFault = z.object({
  row: z.number().int(),
  column: z.string(),
  fault: z.enum(['column-missing', 'value-missing', 'value-invalid', 'twice']),
})
export type TableFault = z.infer<typeof TableFault>

/** Tables that owners hand over. */
export const tables = {
  checkTable: route({
    ...{ method: 'GET', path: '/data/datasets/{dataset}/table-check', access: handOver, tag },
    summary: 'Read an upload as the table of a dataset; nothing is saved',
  })
    .input(inFile)
    .output(
      z.object({
        file: z.string(),
        rows: z.number().int(),
        faults: z.array(TableFault),
        faultsInAll: z.number().int(),
      }),
    ),
  handOver: route({
    ...{ method: 'POST', path: '/data/datasets/{dataset}/tables', access: handOver, tag },
    summary: 'Hand a table over: it becomes the one that is asked, whole or not at all',
  })
    .input(inFile.extend({ asOf: z.iso.date().describe('The day of which it tells') }))
    .output(z.object({ dataset: z.string(), version: z.number().int(), rows: z.number().int(), entry: z.string() }))
    .errors(
      refusalErrors(
        refusals,
        'data-hub.dataset.unknown',
        'data-hub.table.not-a-table',
        'data-hub.table.unreadable',
        'data-hub.table.faulty',
        'data-hub.table.empty',
        'data-hub.table.older',
      ),
    ),
} as const
