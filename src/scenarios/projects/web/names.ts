import type { NodeState, Party, PlanState } from '../contract/views.ts'

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
  proposed: ['待批准启动', 'Start proposed'],
  running: ['推进中', 'Running'],
  paused: ['已暂停', 'Paused'],
  closed: ['已办结', 'Closed'],
  archived: ['已归档', 'Archived'],
} as const satisfies Record<PlanState, readonly [string, string]>

/** A unit with its person, where one is named: `发展和改革局 周敏`. */
export function tellParty({ organisationName, personName }: Party): string {
  return personName ? `${organisationName} ${personName}` : organisationName
}

/** Kinds of entries of the record. */
export const entryWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'plans.node.planned': ['列入计划', 'Planned'],
  'plans.node.edited': ['编制修改', 'Edited'],
  'plans.node.rebased': ['计划调整', 'Plan changed'],
  'plans.node.handed-over': ['节点移交', 'Handed over'],
  'plans.node.paused': ['暂停计时', 'Clock paused'],
  'plans.node.resumed': ['恢复计时', 'Clock resumed'],
  'plans.node.released': ['前置条件变化', 'Predecessors changed'],
  'plans.node.started': ['节点启动', 'Started'],
  'plans.node.reported': ['填报进度', 'Progress reported'],
  'plans.node.submitted': ['提交成果', 'Submitted'],
  'plans.node.accepted': ['验收通过', 'Accepted'],
  'plans.node.returned': ['成果退回', 'Returned'],
  'plans.lamp.given': ['亮灯', 'Lamp given'],
  'plans.plate.given': ['发牌', 'Plate given'],
  'obligations.obligation.climbed': ['督办升级', 'Climbed the ladder'],
  'projects.appeal.made': ['提出异议', 'Objection made'],
  'projects.appeal.answered': ['答复异议', 'Objection answered'],
}
