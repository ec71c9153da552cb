import type { ImportPreview } from '../../contract/import.ts'
import { missingFields } from '../../domain/import/columns.ts'
import type { Upload } from './read-upload.ts'

const most = { sample: 5, nodes: 500, problems: 500 } as const

/** What a sheet would become, for the screen on which its columns are matched. */
export function previewOf(upload: Upload): ImportPreview {
  const missing = missingFields(upload.mapping)
  return {
    fileName: upload.fileName,
    sheets: [...upload.sheet.sheets],
    sheet: upload.sheet.sheet,
    headingRow: upload.headingRow,
    headings: [...upload.headings],
    sample: upload.sheet.rows.slice(upload.headingRow, upload.headingRow + most.sample).map((row) => [...row]),
    mapping: upload.mapping,
    missing,
    rows: upload.rows,
    problems: missing.length > 0 ? [] : upload.plan.problems.slice(0, most.problems),
    nodes: upload.plan.nodes.slice(0, most.nodes).map((node) => ({
      row: node.row,
      code: node.code,
      depth: node.depth,
      title: node.title,
      organisationName: node.organisationName || null,
      personName: node.personName || null,
      plannedStart: node.plannedStart,
      deadline: node.deadline,
    })),
  }
}
