import { tell } from '#platform/contract/refusal-registry.ts'
import type { Mapping, PlanField, RowProblem } from '../../contract/import.ts'

/** What can be wrong with a row, told in both languages. */
export const rowProblems: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'projects.import.title-missing': { zh: '缺少节点名称', en: 'The node has no title' },
  'projects.import.text-unsafe': {
    zh: '含有不能使用的字符（控制字符或尖括号）：{text}',
    en: 'Holds characters that cannot be used (control characters or angle brackets): {text}',
  },
  'projects.import.text-too-long': {
    zh: '文字过长，最多 {most} 个字',
    en: 'The text is longer than {most} characters',
  },
  'projects.import.date-missing': { zh: '缺少日期', en: 'The date is missing' },
  'projects.import.date-unreadable': {
    zh: '看不懂的日期“{text}”，请写成 2026-03-01',
    en: 'The date “{text}” cannot be read; write 2026-03-01',
  },
  'projects.import.date-out-of-range': {
    zh: '日期落在 {year} 年，应在 2000 至 2098 年之间；单元格可能只有时间或为空',
    en: 'The date falls in {year}; it must lie between 2000 and 2098',
  },
  'projects.import.deadline-before-start': {
    zh: '完成时限 {deadline} 早于计划开始 {start}',
    en: 'The deadline {deadline} lies before the planned start {start}',
  },
  'projects.import.code-twice': {
    zh: '节点编号“{code}”与第 {other} 行重复',
    en: 'The code “{code}” stands in row {other} too',
  },
  'projects.import.parent-unknown': {
    zh: '上级编号“{parent}”不存在',
    en: 'There is no node “{parent}” to be its parent',
  },
  'projects.import.parent-cycle': { zh: '上下级关系成环：{cycle}', en: 'The outline runs in a circle: {cycle}' },
  'projects.import.after-parent': {
    zh: '完成时限晚于上级节点“{parent}”的 {deadline}',
    en: 'The deadline lies after that of its parent “{parent}”, {deadline}',
  },
  'projects.import.organisation-missing': { zh: '缺少责任单位', en: 'The responsible unit is missing' },
  'projects.import.organisation-unknown': { zh: '本县没有名为“{name}”的单位', en: 'There is no unit named “{name}”' },
  'projects.import.organisation-ambiguous': {
    zh: '有 {count} 个单位都叫“{name}”，请写全称',
    en: '{count} units are called “{name}”; write the full name',
  },
  'projects.import.person-unknown': {
    zh: '“{organisation}”没有名为“{name}”的在岗人员',
    en: 'Nobody named “{name}” holds a post in “{organisation}”',
  },
  'projects.import.person-ambiguous': {
    zh: '“{organisation}”有 {count} 人都叫“{name}”，请在姓名后加工号',
    en: '{count} people in “{organisation}” are named “{name}”',
  },
  'projects.import.predecessor-unknown': { zh: '前置节点“{code}”不存在', en: 'There is no node “{code}” to wait on' },
  'projects.import.predecessor-inside': {
    zh: '前置节点“{code}”是自己、自己的上级或下级',
    en: 'The predecessor “{code}” is the node itself, or above or below it',
  },
  'projects.import.predecessor-cycle': { zh: '前置关系成环：{cycle}', en: 'The predecessors run in a circle: {cycle}' },
}

/** A problem at a place in the sheet. */
export function problem(
  at: { readonly row: number; readonly mapping: Mapping },
  field: PlanField | null,
  code: string,
  facts: Record<string, string | number> = {},
): RowProblem {
  const text = rowProblems[code]
  if (text === undefined) throw new Error(`no such row problem: ${code}`)
  const column = field === null ? undefined : at.mapping[field]
  return {
    row: at.row,
    field,
    column: column === undefined ? '' : columnLetter(column),
    code,
    zh: tell(text.zh, facts),
    en: tell(text.en, facts, ', '),
  }
}

/** The letter over a column, from 0: A, B, …, Z, AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
