import type { Transaction } from '#platform/server/database/index.ts'
import { evaluateDecision, modelInForce } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { findLastGranted } from './case-store.ts'
import { isGathered } from './domain/case.ts'
import type { Verdict } from './domain/ending.ts'
import { factsOf } from './domain/facts.ts'
import type { CaseInHand } from './in-hand.ts'

/** What the table of a matter said of a case, and how it came to that. */
export type Judged = {
  readonly verdict: Verdict
  readonly outputs: Readonly<Record<string, unknown>>
  readonly grounds: unknown
}

const conclusions: Readonly<Record<string, Verdict['conclusion']>> = { 准予: 'grant', 不予: 'reject', 转人工: 'refer' }

/**
 * Asks the decision table of the matter that was in force when the case was submitted; nothing where there is none, or something is
 * still wanted. What came as paper only a person can judge: the case is referred then, and so where the table says nothing.
 */
export async function judgeByTable(
  tx: Transaction,
  services: Services,
  inHand: CaseInHand,
): Promise<Judged | undefined> {
  const { matter, row, contents } = inHand
  const { decision } = matter
  if (decision === undefined || !isGathered(matter, inHand.case)) return undefined
  const submittedAt = row.submitted_at.getTime()
  const model = await modelInForce(tx, {
    ...{ jurisdiction: services.jurisdiction, pack: services.rules().documents('decision-model') },
    ...{ id: decision.model, at: submittedAt },
  })
  if (model === undefined) return refer({ id: decision.model, version: '' }, '所依据的规则已停用，转人工办理')
  const lastGranted = await findLastGranted(tx, services.jurisdiction, {
    matter: matter.id,
    applicantHash: row.applicant_hash,
  })
  const { facts, onPaper } = factsOf(matter, inHand.case, contents, {
    ...{ now: submittedAt, lastGranted: lastGranted?.getTime() ?? null },
    isMany: (material) => datasetOf(inHand, services, material)?.records === 'many',
    sourceOf: (material) => datasetOf(inHand, services, material)?.name,
  })
  const rule = { id: model.id, version: String(model.version) }
  if (onPaper.length > 0) return refer(rule, `由人工核对纸质材料：${onPaper.join('、')}`)
  const evaluated = evaluateDecision(model, decision.decision, facts)
  if (!evaluated.ok) return refer(rule, '决策表无法得出结论，转人工办理')
  const { result, explanation } = evaluated.value
  const outputs = (typeof result === 'object' && result !== null ? result : {}) as Readonly<Record<string, unknown>>
  const conclusion = conclusions[String(outputs.结论)] ?? 'refer'
  const reason = typeof outputs.理由 === 'string' ? outputs.理由 : ''
  return { verdict: { conclusion, reason, rule }, outputs, grounds: explanation }
}

function refer(rule: Verdict['rule'], reason: string): Judged {
  return { verdict: { conclusion: 'refer', reason, rule }, outputs: {}, grounds: null }
}

function datasetOf({ matter, row }: CaseInHand, services: Services, material: string) {
  const dataset = matter.materials.find(({ id }) => id === material)?.dataset
  return dataset === undefined ? undefined : services.rules().documentAt('dataset', dataset, row.submitted_at.getTime())
}
