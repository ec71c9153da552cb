import type { CountyPlateRule, CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { PlateInPlan } from '#platform/server/plans/plates/index.ts'
import type { PlateDetail } from '../../contract/plates.ts'

const closings = { 'last-working-hour': '当月最后一个工作日下班时', 'month-end': '当月最后一日 24 时' } as const

/** What the plate says, in the county's words. */
export function conclusionOf(rules: CountyRules, plate: PlateInPlan): string {
  return ruleOf(rules, plate)?.wording[plate.colour].zh ?? ''
}

/** The rule of a plate at the version that gave it. */
export function plateRuleView(rules: CountyRules, plate: PlateInPlan): PlateDetail['rule'] {
  const rule = ruleOf(rules, plate)
  return {
    id: plate.rule,
    version: plate.rule_version,
    effectiveFrom: rule?.effectiveFrom ?? '',
    text: rule === undefined ? '' : textOf(rule),
  }
}

/** The facts as of the close. */
export function plateFacts({ facts, closed_at }: PlateInPlan, names: Names): PlateDetail['facts'] {
  const at = closed_at.toISOString()
  const fact = (name: string, value: string, source: string) => ({ name, value, source, at })
  const calendar = `工作日历 ${facts.calendar}`
  const missed = facts.missedBy.map((unit) => names.organisation(unit)).join('、')
  return [
    fact('关账时刻', inChina.format(closed_at), calendar),
    ...(facts.planned === null
      ? [fact('本单位节点', '当月没有', '项目计划')]
      : [
          fact('当月在办节点', `${facts.nodes.length} 个`, '项目计划'),
          fact('按计划应达到', percent(facts.planned), calendar),
          fact('实际达到', percent(facts.reached ?? 0), '节点填报'),
          fact('允许落后', percent(facts.tolerance), '规则'),
          fact('到期未提交', `${facts.overdue.length} 个`, '节点记录'),
          fact('退回未改', `${facts.faults.length} 个`, '节点记录'),
        ]),
    ...(missed === '' ? [] : [fact('未完成的责任单位', missed, '当月各单位结果')]),
  ]
}

function ruleOf(rules: CountyRules, plate: PlateInPlan): CountyPlateRule | undefined {
  return rules.plateRules.find(({ id, version }) => id === plate.rule && version === plate.rule_version)
}

function textOf(rule: CountyPlateRule): string {
  return (
    `${rule.name}：以${closings[rule.closes]}的情况为准。到期节点全部提交、退回未改的不超过 ${rule.openFaults} 个、` +
    `本单位在办节点的进度不低于计划曲线 ${percent(rule.tolerance)} 以上的，发绿牌；否则发红牌。` +
    '责任单位未完成的，牵头单位承担连带责任，发黄牌。'
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
