import { ok, type Result } from '#platform/kernel/result.ts'
import type { CompiledModel } from './domain/evaluate/compile-model.ts'
import { type EvaluateOptions, evaluate } from './domain/evaluate/evaluate.ts'
import type { Facts } from './domain/evaluate/facts.ts'
import { explain } from './domain/explain/explain.ts'
import type { Explanation } from './domain/explain/explanation.ts'
import { openModel } from './domain/open-model.ts'
import type { Json } from './domain/types/json.ts'
import { withinTime } from './within-time.ts'

/** A model as a county pack keeps it: one version of one rule, with its whole document. */
export type ModelDocument = { readonly id: string; readonly version: number | string; readonly xml: string }

/** A decision with its reasons. */
export type Decided = { readonly decision: string; readonly result: Json; readonly explanation: Explanation }

const kept = 200
const compiled = new Map<string, { readonly xml: string; readonly model: CompiledModel }>()

/** As `openModel`, for a version of a rule that is asked again and again. */
export function modelOf({ id, version, xml }: ModelDocument): Result<CompiledModel> {
  const key = `${id}@${version}`
  const known = compiled.get(key)
  if (known?.xml === xml) return ok(known.model)
  const opened = openModel(xml)
  if (!opened.ok) return opened
  if (compiled.size >= kept) compiled.clear()
  compiled.set(key, { xml, model: opened.value })
  return opened
}

/**
 * Works out a decision of a model and says why. Facts are JSON values by the names of the model's inputs, each alone or as
 * `{ value, source, asOf }`. What cannot be worked out is null, and stands among `explanation.problems`: that is for a person.
 * Refusals: those of `readModel` and `evaluate`, and `rules.time.over`.
 * @example
 * const model = rules.documentAt('decision-model', 'rent-withdrawal', at)
 * evaluateDecision(model, '租房提取', { 本地无房: { value: true, source: '住房档案', asOf: '2026-11-20' }, 租住月数: 7 })
 */
export function evaluateDecision(document: ModelDocument, decision: string, facts: Facts): Result<Decided> {
  const opened = modelOf(document)
  return opened.ok ? withinTime(() => decideOn(opened.value, decision, facts)) : opened
}

/** As `evaluateDecision`, of a model that is open. */
export function decideOn(
  model: CompiledModel,
  decision: string,
  facts: Facts,
  options: EvaluateOptions = {},
): Result<Decided> {
  const evaluated = evaluate(model, decision, facts, options)
  if (!evaluated.ok) return evaluated
  return ok({
    decision: evaluated.value.decision,
    result: evaluated.value.result,
    explanation: explain(model, evaluated.value),
  })
}
