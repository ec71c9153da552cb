import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the life and change of a project may refuse. */
export const lifeRefusals = defineRefusals({
  'projects.plan.moved': {
    status: 409,
    level: 'info',
    zh: '计划已被{by}于 {at} 修改（{nodes}）；您的修改没有保存，也没有丢失，请对照后重新保存。',
    en: '{by} changed the plan on {at} ({nodes}). Your edits are not saved and not lost: compare and save again.',
  },
  'projects.edit.cells-invalid': {
    status: 422,
    level: 'info',
    zh: '有 {count} 个单元格需要修改；没有保存任何内容。',
    en: '{count} cells need mending; nothing was saved.',
  },
  'projects.note.missing': {
    status: 422,
    level: 'info',
    zh: '不同意须说明理由。',
    en: 'A refusal needs its reason.',
  },
  'projects.start.blocked': {
    status: 409,
    level: 'info',
    zh: '计划检查有 {count} 个问题必须先改（{nodes}），项目没有启动；请按“计划检查”里的办法改好再启动。',
    en: 'The plan check found {count} things that must be mended first ({nodes}). Nothing was started: mend them as the check says.',
  },
  'projects.start.unconfirmed': {
    status: 409,
    level: 'info',
    zh: '计划检查有 {count} 个问题应当先改（{nodes}），项目没有启动；确认知悉后可以启动，会记入项目过程。',
    en: 'The plan check found {count} things to mend ({nodes}). Nothing was started: say that you know of them to start all the same; it is put on record.',
  },
  'projects.project.not-proposed': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”没有待批准的启动申请。',
    en: 'The project “{project}” has no start that waits for approval.',
  },
  'projects.project.own-approval': {
    status: 403,
    level: 'warn',
    zh: '不能批准自己提请的启动，请由其他负责人批准。',
    en: 'Nobody approves a start of their own; another head or leader must.',
  },
  'projects.project.paused': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”已暂停，时限停止计算；恢复后才能办理。',
    en: 'The project “{project}” is paused and its clocks stand still; resume it first.',
  },
  'projects.project.not-paused': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”没有暂停，不需要恢复。',
    en: 'The project “{project}” is not paused.',
  },
  'projects.project.open-nodes': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”还有 {count} 个节点没有验收：{nodes}。请先办结，或通过计划调整撤销不再实施的节点。',
    en: 'The project “{project}” has {count} nodes that are not accepted: {nodes}. Finish them, or take them out by a change.',
  },
  'projects.project.not-closed': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”尚未办结，不能归档。',
    en: 'The project “{project}” is not closed and cannot be archived.',
  },
  'projects.change.open': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”已有一项计划调整在等待批准（{proposedAt} 提出）；请先等待或撤回。',
    en: 'A change of “{project}”, proposed on {proposedAt}, waits for approval; wait for it or take it back.',
  },
  'projects.change.closed': {
    status: 409,
    level: 'info',
    zh: '这项计划调整已经有了结果，不能再次办理。',
    en: 'This change has been decided already.',
  },
  'projects.change.own': {
    status: 403,
    level: 'warn',
    zh: '不能批准自己提出的计划调整，请由其他负责人批准。',
    en: 'Nobody approves a change of their own; another head or leader must.',
  },
  'projects.hand-over.not-in-unit': {
    status: 422,
    level: 'info',
    zh: '接手人“{person}”不在本单位任职，请选择本单位的其他人。',
    en: '“{person}” holds no post in this unit; choose somebody who does.',
  },
  'projects.hand-over.same': {
    status: 422,
    level: 'info',
    zh: '接手人和原责任人是同一人。',
    en: 'Both are the same person.',
  },
  'projects.hand-over.nothing': {
    status: 409,
    level: 'info',
    zh: '“{person}”在本单位没有未完成的节点，不需要移交。',
    en: '“{person}” has no open nodes in this unit.',
  },
})
