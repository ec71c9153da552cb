import type { PlanField } from '../../contract/import.ts'
import { headings } from '../import/columns.ts'

/** Our fields that a Project file holds as custom fields, with the number and name of the field in Project. */
export const customFields = [
  { field: 'deliverable', id: 188743731, name: 'Text1', alias: '交付成果' },
  { field: 'nature', id: 188743734, name: 'Text2', alias: '工作性质' },
  { field: 'organisation', id: 188743737, name: 'Text3', alias: '责任单位' },
] as const satisfies readonly { field: PlanField; id: number; name: string; alias: string }[]

/**
 * The value of one of our fields among a task's custom fields, which are known by the headings that officials use for it.
 * Given a custom field's own name instead, its value where it is one of ours.
 */
export function fieldOf(fields: Readonly<Record<string, string>>, wanted: string): string {
  const field = customFields.find((one) => one.field === wanted)
  if (field === undefined) {
    const isOurs = customFields.some((one) => headings[one.field].includes(wanted))
    return isOurs ? (fields[wanted] ?? '') : ''
  }
  const name = headings[field.field].find((heading) => fields[heading] !== undefined)
  return name === undefined ? '' : (fields[name] ?? '').trim()
}
