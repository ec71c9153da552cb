import type { NodeState, Party } from '../contract/views.ts'

/** Where a node stands, in words. */
export const stateWords = {
  planned: ['未启动', 'Planned'],
  running: ['进行中', 'Running'],
  submitted: ['待验收', 'Submitted'],
  returned: ['已退回', 'Returned'],
  done: ['已完成', 'Done'],
} as const satisfies Record<NodeState, readonly [string, string]>

/** Kinds of project. */
export const kindWords = {
  investment: ['招商投资', 'Investment'],
  relocation: ['征地拆迁', 'Relocation'],
  building: ['工程建设', 'Building'],
  reform: ['改革任务', 'Reform'],
  rural: ['乡村振兴', 'Rural'],
} as const

/** Where a project stands. */
export const projectStateWords = {
  draft: ['草稿', 'Draft'],
  running: ['推进中', 'Running'],
  closed: ['已办结', 'Closed'],
} as const

/** A unit with its person, where one is named: `发展和改革局 · 周敏`. */
export function tellParty({ organisationName, personName }: Party): string {
  return personName ? `${organisationName} · ${personName}` : organisationName
}
