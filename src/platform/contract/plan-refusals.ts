import { defineRefusals } from './refusal-registry.ts'

/** What the rules of the plans engine may refuse. */
export const planRefusals = defineRefusals({
  'plans.node.not-started': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”尚未启动：前置节点还没有全部验收，或计划开始时间未到。启动后系统会自动推送给您。',
    en: 'The node “{node}” has not started: predecessors are not all accepted, or its planned start has not come.',
  },
  'plans.node.done': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”已验收完成，不能再填报。',
    en: 'The node “{node}” is accepted; nothing more can be reported on it.',
  },
  'plans.node.submitted': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”已提交，正在等待验收；如需补充，请先请牵头单位退回。',
    en: 'The node “{node}” is handed in and waits for acceptance; ask for its return to add to it.',
  },
  'plans.node.not-submitted': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”没有待验收的成果，无从验收或退回。',
    en: 'The node “{node}” has nothing that waits for acceptance.',
  },
  'plans.edit.node-unknown': {
    status: 422,
    level: 'info',
    zh: '第 {place} 项操作所指的节点不在计划中（{node}），可能已被他人删除；没有保存任何内容。',
    en: 'Operation {place} is about a node that is not in the plan ({node}); nothing was saved.',
  },
  'plans.edit.node-twice': {
    status: 422,
    level: 'info',
    zh: '节点“{node}”已经加入过，不能重复加入；没有保存任何内容。',
    en: 'The node “{node}” is in the plan already; nothing was saved.',
  },
  'plans.edit.inside-itself': {
    status: 422,
    level: 'info',
    zh: '不能把“{node}”移到它自己的下级；没有保存任何内容。',
    en: '“{node}” cannot be moved below itself; nothing was saved.',
  },
  'plans.edit.link-inside': {
    status: 422,
    level: 'info',
    zh: '节点“{node}”的前置是它自己、自己的上级或下级；没有保存任何内容。',
    en: 'A predecessor of “{node}” is itself, or above or below it; nothing was saved.',
  },
  'plans.edit.cycle': {
    status: 422,
    level: 'info',
    zh: '前置关系成环：{cycle}。请断开其中一处；没有保存任何内容。',
    en: 'The predecessors run in a circle: {cycle}. Break it somewhere; nothing was saved.',
  },
  'plans.edit.dates': {
    status: 422,
    level: 'info',
    zh: '节点“{node}”的完成时限不晚于计划开始；没有保存任何内容。',
    en: 'The deadline of “{node}” does not lie after its planned start; nothing was saved.',
  },
  'plans.edit.empty': {
    status: 422,
    level: 'info',
    zh: '计划至少要有一个节点；没有保存任何内容。',
    en: 'A plan has at least one node; nothing was saved.',
  },
  'plans.change.node-handed-in': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”已提交或已完成，按提交时的计划验收，不能再调整或撤销；如需调整，请先退回成果。',
    en: 'The node “{node}” is handed in or done and is judged by its plan; return the deliverable to change it.',
  },
  'plans.change.node-started': {
    status: 409,
    level: 'info',
    zh: '节点“{node}”已经启动，开始时间是事实，不能调整；可以调整完成时限。',
    en: 'The node “{node}” has started; its start is a fact. Its deadline can be changed.',
  },
  'plans.change.leaf-split': {
    status: 409,
    level: 'info',
    zh: '推进中的节点“{node}”不能再拆分为上级节点；请新增节点，再撤销它。',
    en: 'The running node “{node}” cannot become a branch; add nodes beside it and take it out.',
  },
  'plans.change.branch-empty': {
    status: 409,
    level: 'info',
    zh: '上级节点“{node}”下已没有节点；请把它一并撤销。',
    en: 'Nothing is left below “{node}”; take it out too.',
  },
  'plans.node.progress-backwards': {
    status: 422,
    level: 'info',
    zh: '节点“{node}”已填报到 {progress}%，不能改低；确需更正，请在说明中写明并请牵头单位处理。',
    en: 'The node “{node}” is reported at {progress}%; it cannot fall below that.',
  },
})
