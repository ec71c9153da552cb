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
  'plans.node.progress-backwards': {
    status: 422,
    level: 'info',
    zh: '节点“{node}”已填报到 {progress}%，不能改低；确需更正，请在说明中写明并请牵头单位处理。',
    en: 'The node “{node}” is reported at {progress}%; it cannot fall below that.',
  },
})
