import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What supervision may refuse. */
export const refusals = defineRefusals({
  'supervision.matter.names-complainant': {
    status: 422,
    level: 'info',
    zh: '标题里出现了反映人姓名，请改写；反映人只填在“反映人”一栏。没有保存任何内容。',
    en: 'The title names the complainant; the name belongs in its own field only. Nothing was saved.',
  },
  'supervision.matter.unit-unknown': {
    status: 422,
    level: 'info',
    zh: '没有这个单位：{unit}。请从名单里选择。',
    en: 'There is no such unit: {unit}. Choose one from the list.',
  },
  'supervision.matter.unit-twice': {
    status: 422,
    level: 'info',
    zh: '同一个单位只能选一次，牵头单位不必再列为配合单位。',
    en: 'A unit is named once; the lead unit is not a co-operating unit besides.',
  },
  'supervision.matter.due-past': {
    status: 422,
    level: 'info',
    zh: '办结时限须晚于现在。',
    en: 'The deadline must lie in the future.',
  },
  'supervision.matter.withdrawn': {
    status: 409,
    level: 'info',
    zh: '这件交办已撤回，不能再次撤回；撤回理由可在页面上看到。',
    en: 'The matter is withdrawn already; its page tells the reason.',
  },
  'supervision.duty.acknowledged': {
    status: 409,
    level: 'info',
    zh: '这项任务已于 {at} 签收，不必再次签收。',
    en: 'The duty was acknowledged on {at} already.',
  },
  'supervision.duty.evidence-missing': {
    status: 422,
    level: 'info',
    zh: '提交办理结果须附至少一份材料（照片或文件）。',
    en: 'An answer needs at least one piece of evidence, a photograph or a file.',
  },
  'supervision.duty.evidence-unknown': {
    status: 422,
    level: 'info',
    zh: '所附材料不存在或不是您上传的，请重新上传。',
    en: 'The evidence does not exist or is not yours; upload it again.',
  },
  'supervision.duty.parts-open': {
    status: 409,
    level: 'info',
    zh: '配合单位尚未办结：{units}。全部验收后，牵头单位再汇总提交。',
    en: 'Co-operating units have not been accepted yet: {units}. The lead sums up once they are.',
  },
  'supervision.duty.own-acceptance': {
    status: 403,
    level: 'warn',
    zh: '不能验收自己办理的任务，请由验收单位的其他人验收。',
    en: 'Nobody accepts a duty of their own; another person of the accepting unit must.',
  },
  'supervision.duty.not-in-unit': {
    status: 422,
    level: 'info',
    zh: '这个人不在责任单位任职，请在本单位内转交。',
    en: 'That person holds no post in the responsible unit; a duty is delegated within the unit.',
  },
  'supervision.extension.after-deadline': {
    status: 409,
    level: 'info',
    zh: '时限已于 {dueAt} 届满，延期须在届满前申请；时限和督办级别不变。',
    en: 'The time ended at {dueAt}; an extension is asked for before that. Deadline and rung stay as they are.',
  },
  'supervision.extension.not-later': {
    status: 422,
    level: 'info',
    zh: '申请的新时限须晚于现在的时限 {dueAt}。',
    en: 'The deadline asked for must be later than the present one, {dueAt}.',
  },
  'supervision.extension.beyond-lead': {
    status: 422,
    level: 'info',
    zh: '配合单位的时限不能晚于牵头单位的时限 {dueAt}；请牵头单位先申请延期。',
    en: 'A co-operating unit cannot be due later than the lead unit, {dueAt}; the lead must ask for an extension first.',
  },
  'supervision.extension.used-up': {
    status: 409,
    level: 'info',
    zh: '这项任务已延期 {most} 次，不能再延期。',
    en: 'The duty has been extended {most} times, which is the most there may be.',
  },
  'supervision.dispute.too-late': {
    status: 409,
    level: 'info',
    zh: '对交办有争议须在 {until} 前提出，现已过期。',
    en: 'An assignment is disputed before {until}; that has passed.',
  },
  'supervision.appeal.no-passing': {
    status: 409,
    level: 'info',
    zh: '这项任务没有升到第 {level} 级，没有可以申诉的升级。',
    en: 'The duty has not climbed to level {level}; there is no passing to contest.',
  },
  'supervision.appeal.decided': {
    status: 409,
    level: 'info',
    zh: '对第 {level} 级升级的申诉已经答复过，不能再次提出。',
    en: 'The appeal against level {level} has been decided already.',
  },
  'supervision.request.open': {
    status: 409,
    level: 'info',
    zh: '同类申请（{askedAt} 提出）还在办理中，请等待答复。',
    en: 'A request of this kind, made on {askedAt}, is being handled.',
  },
  'supervision.request.closed': {
    status: 409,
    level: 'info',
    zh: '这项申请已经有结论，不能再次答复。',
    en: 'This request has been decided already.',
  },
  'supervision.request.unit-needed': {
    status: 422,
    level: 'info',
    zh: '争议成立时须指定改由哪个单位承办。',
    en: 'Where a dispute is right, name the unit that takes the duty over.',
  },
  'supervision.reminder.used-up': {
    status: 409,
    level: 'info',
    zh: '这项任务已催办 {most} 次，不能再催；逾期会按阶梯自动升级。',
    en: 'The duty has been urged {most} times, which is the most there may be; if late, it climbs by itself.',
  },
  'supervision.reminder.too-soon': {
    status: 409,
    level: 'info',
    zh: '刚催过一次，{from} 之后才能再催。',
    en: 'It was urged a short while ago; the next reminder may be sent after {from}.',
  },
  'supervision.trial.unknown-ladder': {
    status: 422,
    level: 'info',
    zh: '本县没有标识为 {ladder} 的督办阶梯。',
    en: 'The county has no ladder with the id {ladder}.',
  },
})
