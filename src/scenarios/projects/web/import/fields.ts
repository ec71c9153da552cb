import type { PlanField } from '../../contract/import.ts'

/** The fields of a plan, in the words of the template. */
export const fieldWords = {
  code: ['节点编号', 'No.'],
  title: ['节点名称', 'Node'],
  parent: ['上级编号', 'Parent'],
  nature: ['工作性质', 'Nature'],
  deliverable: ['交付成果', 'Deliverable'],
  organisation: ['责任单位', 'Unit'],
  person: ['责任人', 'Person'],
  plannedStart: ['计划开始', 'Start'],
  deadline: ['完成时限', 'Deadline'],
  predecessors: ['前置节点', 'Predecessors'],
} as const satisfies Record<PlanField, readonly [string, string]>

/** The letter of a column as spreadsheets count: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
