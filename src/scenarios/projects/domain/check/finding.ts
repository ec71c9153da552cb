import { tell } from '#platform/contract/refusal-registry.ts'

/** How grave a finding is: it stands in the way of a start, it will cost something, or it is worth knowing. */
export const severities = ['blocking', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** One thing that the check found: what and where. */
export type Found = {
  readonly code: FindingCode
  readonly severity: Severity
  /** The nodes that it is about, the first one first; none for the plan as a whole. */
  readonly nodes: readonly string[]
  readonly person: string | null
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
}

/** What was found in both languages, and what to do about it. */
export type Finding = Omit<Found, 'facts'> & {
  readonly zh: string
  readonly en: string
  readonly remedyZh: string
  readonly remedyEn: string
}

type Told = {
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  readonly remedyZh: string
  readonly remedyEn: string
}

/** Everything that the check can find. */
export const findingTexts = {
  'unit-missing': {
    severity: 'blocking',
    zh: '“{node}”没有责任单位',
    en: '“{node}” has no responsible unit',
    remedyZh: '指定一个责任单位',
    remedyEn: 'Name one responsible unit',
  },
  'unit-gone': {
    severity: 'blocking',
    zh: '“{node}”的责任单位“{unit}”已撤销',
    en: 'The unit of “{node}”, “{unit}”, exists no longer',
    remedyZh: '改为承接其职能的单位',
    remedyEn: 'Name the unit that took over its work',
  },
  'person-missing': {
    severity: 'warning',
    zh: '“{node}”没有责任人，任务会推送给全单位',
    en: '“{node}” names nobody; it goes to the whole unit',
    remedyZh: '指定一名责任人',
    remedyEn: 'Name one person',
  },
  'person-left': {
    severity: 'blocking',
    zh: '“{node}”的责任人{person}已不在岗',
    en: '{person}, who is responsible for “{node}”, holds no post any more',
    remedyZh: '移交给在岗人员',
    remedyEn: 'Hand it over to somebody in post',
  },
  'person-moved': {
    severity: 'blocking',
    zh: '“{node}”的责任人{person}已不在{unit}任职，现在{now}',
    en: '{person}, who is responsible for “{node}”, holds no post in {unit} any more, but in {now}',
    remedyZh: '移交给责任单位的在岗人员，或把责任单位改为其现在的单位',
    remedyEn: 'Hand it over to somebody of the unit, or let the person’s present unit bear it',
  },
  'account-closed': {
    severity: 'blocking',
    zh: '“{node}”的责任人{person}已离开，账号已停用',
    en: '{person}, who is responsible for “{node}”, has left; the account is closed',
    remedyZh: '移交给责任单位的在岗人员',
    remedyEn: 'Hand it over to somebody of the unit',
  },
  'deliverable-missing': {
    severity: 'blocking',
    zh: '“{node}”没有写交付成果',
    en: '“{node}” says no deliverable',
    remedyZh: '写明交什么、交多少，如“实施方案 1 份”',
    remedyEn: 'Say what is handed in and how much, as “1 plan”',
  },
  'deliverable-unmeasurable': {
    severity: 'warning',
    zh: '“{node}”的交付成果“{deliverable}”无法计量',
    en: 'The deliverable of “{node}”, “{deliverable}”, cannot be measured',
    remedyZh: '加上数量和单位，如“2 公里”“1 份”“100%”',
    remedyEn: 'Add a number and its unit, as “2 km” or “100%”',
  },
  'no-working-time': {
    severity: 'warning',
    zh: '“{node}”从开始到时限没有工作时间（{start} 至 {deadline}）',
    en: '“{node}” has no working time from {start} to {deadline}',
    remedyZh: '推后时限或提前开始；若是里程碑，可不改',
    remedyEn: 'Move the deadline or the start; leave a milestone as it is',
  },
  cycle: {
    severity: 'blocking',
    zh: '前置关系成环：{path}',
    en: 'The predecessors run in a circle: {path}',
    remedyZh: '去掉其中一条前置关系',
    remedyEn: 'Remove one of these links',
  },
  'predecessor-gone': {
    severity: 'blocking',
    zh: '“{node}”的前置节点已不在计划中',
    en: '“{node}” waits on a node that is not in the plan',
    remedyZh: '去掉这条前置关系，或改为现有节点',
    remedyEn: 'Remove the link, or name a node that is there',
  },
  'after-parent': {
    severity: 'blocking',
    zh: '“{node}”的时限 {deadline} 晚于上级“{parent}”的 {parentDeadline}',
    en: '“{node}” is due on {deadline}, after “{parent}” above it on {parentDeadline}',
    remedyZh: '提前本节点时限，或推后上级时限',
    remedyEn: 'Move this deadline forward or the one above back',
  },
  'before-predecessor': {
    severity: 'warning',
    zh: '“{node}”计划 {start} 开始，但前置“{predecessor}”最早 {allowed} 才允许，差 {days} 个工作日',
    en: '“{node}” is to start on {start}; “{predecessor}” allows it on {allowed}, {days} working days later',
    remedyZh: '推后计划开始，或提前前置节点的时限',
    remedyEn: 'Start later, or move the predecessor’s deadline forward',
  },
  'day-off': {
    severity: 'hint',
    zh: '“{node}”的时限 {deadline} 是休息日（{name}）',
    en: 'The deadline of “{node}”, {deadline}, is a day off ({name})',
    remedyZh: '改到前一或后一个工作日',
    remedyEn: 'Move it to the working day before or after',
  },
  'year-unpublished': {
    severity: 'hint',
    zh: '{count} 个节点落在 {year} 年，该年放假安排国务院尚未公布，按周末推算',
    en: '{count} nodes lie in {year}, whose holidays are not published yet; weekends are assumed',
    remedyZh: '公布后请智慧办更新工作日历，再检查一次',
    remedyEn: 'Check again once the hub has taken up the notice',
  },
  overloaded: {
    severity: 'warning',
    zh: '{person}有 {weeks} 周超负荷，{week} 当周最高 {load}%（{nodes} 个节点，上限 {most}%）',
    en: '{person} is overloaded in {weeks} weeks, most in that of {week}: {load}% of the working time, {nodes} nodes, at most {most}%',
    remedyZh: '换人、错开时间，或看“均衡建议”',
    remedyEn: 'Share the work, move nodes, or see the levelling proposal',
  },
  'too-coarse': {
    severity: 'warning',
    zh: '“{node}”长达 {days} 个工作日，超过 {most} 个，颗粒太粗',
    en: '“{node}” takes {days} working days, more than {most}: too coarse',
    remedyZh: '拆成几个可分别验收的节点',
    remedyEn: 'Break it down into nodes that can be accepted one by one',
  },
  'single-child': {
    severity: 'hint',
    zh: '“{node}”下只有一个节点“{child}”，没有真正分解',
    en: '“{node}” has a single node below it, “{child}”: nothing is broken down',
    remedyZh: '合并这两级，或补齐其他节点',
    remedyEn: 'Merge the two, or add what is missing',
  },
  'end-missed': {
    severity: 'warning',
    zh: '按前置关系推算，项目 {finish} 才能完成，比最后时限 {end} 晚 {days} 个工作日',
    en: 'By its links the project ends on {finish}, {days} working days after the last deadline, {end}',
    remedyZh: '压缩关键路径上的节点，或推后最后时限',
    remedyEn: 'Shorten the critical path or move the last deadline',
  },
  'critical-path': {
    severity: 'hint',
    zh: '关键路径上有 {count} 个节点，没有余量：{path}',
    en: 'The critical path has {count} nodes and no slack: {path}',
    remedyZh: '重点盯住这些节点；任何一个延误，项目就延误',
    remedyEn: 'Watch these: a delay of any one delays the project',
  },
} as const satisfies Record<string, Told>

export type FindingCode = keyof typeof findingTexts

/** Something found; its sentences are made when it is shown. */
export function finding(
  code: FindingCode,
  place: { readonly nodes: readonly string[]; readonly person?: string },
  facts: Found['facts'] = {},
): Found {
  const { nodes, person = null } = place
  return { code, severity: findingTexts[code].severity, nodes, person, facts }
}

/** Tells what was found. */
export function tellFinding({ facts, ...found }: Found): Finding {
  const { zh, en, remedyZh, remedyEn }: Told = findingTexts[found.code]
  return { ...found, zh: tell(zh, facts), en: tell(en, facts, ', '), remedyZh, remedyEn }
}
