import { readFileSync } from 'node:fs'
import { dateOf, type Instant } from '#platform/kernel/working-time/index.ts'
import type { CaseView } from '../../contract/views.ts'
import { type Answer, type Told, toldOf } from '../../domain/grounds.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const receipt = read('./receipt.typ')
const decision = read('./decision.typ')

/** What a paper is made from beside the case itself. */
export type PaperFacts = {
  /** The applicant's name, as whoever holds the paper may read it. */
  readonly to: string
  readonly unit: string
  readonly sample: boolean
  readonly at: Date
}

/** The receipt (受理通知书) of a case: number, what was handed in and what data brings, when it will end. */
export function receiptOf(view: CaseView, facts: PaperFacts) {
  const brings = view.materials.map(
    ({ name, byData, state }) => `${name}（${byData && state !== 'supplied' ? '数据核验' : '已提交'}）`,
  )
  return {
    template: receipt,
    at: facts.at,
    data: {
      ...{
        title: '受理通知书',
        english: 'Receipt',
        sample: facts.sample,
        unit: facts.unit,
        date: inWords(facts.at.getTime()),
      },
      rows: [
        ['受理编号', view.number],
        ['事项', view.matter.name],
        ['申请人', facts.to],
        ['提交时间', inWords(Date.parse(view.submittedAt))],
        ['承诺办结', view.left === null ? '已办结' : inWords(Date.parse(view.left.dueAt))],
        ['材料', brings.length === 0 ? '无' : brings.join('、')],
      ],
      lines: ['凭受理编号可以在本县政务服务平台或综合窗口查询进度。本事项不收取费用的，任何人不得向您收费。'],
    },
  }
}

/** The decision on a case that has ended: what was decided, why, and what to do who disagrees. */
export function decisionOf(view: CaseView, facts: PaperFacts) {
  const granted = view.state === 'granted'
  const ended = view.endedAt === null ? facts.at.getTime() : Date.parse(view.endedAt)
  const why = view.why
  const asked = `你于${inWords(Date.parse(view.submittedAt))}提出的“${view.matter.name}”申请（编号 ${view.number}）收悉。`
  return {
    template: decision,
    at: facts.at,
    data: {
      ...{
        title: granted ? '准予决定书' : '不予办理决定书',
        english: granted ? 'Decision: granted' : 'Decision: rejected',
      },
      ...{ number: `编号：${view.number}`, to: facts.to, unit: facts.unit, date: inWords(ended), sample: facts.sample },
      body: [
        asked,
        granted
          ? '经审核，符合规定的条件，决定准予办理。'
          : `经审核，不符合规定的条件，决定不予办理。理由：${(view.reason ?? '').replace(/。$/, '')}。`,
        ...(why === null ? [] : [`本决定依据规则“${why.ruleName}”第 ${why.version} 版作出。`]),
      ],
      grounds: toldOf(view).flatMap(groundsOf),
      remedy: view.remedy,
    },
  }
}

/** A question of the rule with its answer, and on which data it stands, as a paper says it. */
function groundsOf({ question, answer, tested, notes }: Told): string[] {
  const facts = tested.map(({ label, value, wanted, sources }) => {
    const beside = [wanted && `条件 ${wanted}`, ...sources.map((source) => `${source}的数据`)]
      .filter(Boolean)
      .join('，')
    return `${label}：${said(value)}${beside && `（${beside}）`}`
  })
  return [`${question}${said(answer)}。`, ...(facts.length > 0 ? [`${facts.join('；')}。`] : []), ...notes]
}

function said(answer: Answer): string {
  if (answer === null || answer === '') return '没有'
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  return typeof answer === 'number' ? answer.toLocaleString('zh-CN') : answer
}

function inWords(instant: Instant): string {
  const [year, month, day] = dateOf(instant).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
