import { FeelFunction } from 'feelin'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CompiledModel } from '../domain/evaluate/compile-model.ts'
import { evaluate } from '../domain/evaluate/evaluate.ts'
import { findTarget, inputsOf } from '../domain/evaluate/needed.ts'
import { beginRun } from '../domain/evaluate/run.ts'
import { knowledgeAlone } from '../domain/evaluate/work-out.ts'
import { type Json, toJson } from '../domain/types/json.ts'
import { commandMilliseconds, withinTime } from '../within-time.ts'
import type { KitCase, KitResult, KitSuite } from './kit-suite.ts'
import { factOf, isExpected, type KitValue } from './kit-value.ts'

/** A result that is not what the kit expects. */
type Deviation = {
  readonly case: string
  readonly result: string
  readonly expected: Json
  readonly got: Json
  /** The code of the refusal, where there is one. */
  readonly refused?: string
}

export type SuiteReport = {
  readonly cases: number
  readonly passed: number
  readonly results: number
  readonly deviations: readonly Deviation[]
}

/** Runs the cases of one file; a case has passed when each of its results is as expected. */
export function runSuite(model: CompiledModel, { cases }: KitSuite): SuiteReport {
  const found = cases.map((one) => deviationsOf(model, one))
  return {
    cases: cases.length,
    passed: found.filter((one) => one.length === 0).length,
    results: cases.reduce((sum, { results }) => sum + results.length, 0),
    deviations: found.flat(),
  }
}

function deviationsOf(model: CompiledModel, asked: KitCase): Deviation[] {
  return asked.results.flatMap((result) => {
    const work = () => (result.ofKnowledge ? calledWith(model, asked, result) : answerOf(model, asked, result))
    const answer = withinTime(work, commandMilliseconds)
    const value = answer.ok ? answer.value : null
    if (isAsExpected(answer, result)) return []
    return [
      {
        case: asked.id,
        result: result.name,
        expected: inJson(result.expected),
        got: toJson(value),
        ...(!answer.ok && { refused: answer.refusal.code }),
      },
    ]
  })
}

/** A refusal is as good as null; that a name is unknown never is. */
function isAsExpected(answer: Result<unknown>, { expected }: KitResult): boolean {
  if (answer.ok) return isExpected(expected, answer.value)
  return answer.refusal.code.startsWith('rules.input.') && isExpected(expected, null)
}

function answerOf(model: CompiledModel, { inputs }: KitCase, { name, service }: KitResult): Result<unknown> {
  const target = findTarget(model.model, service ?? name)
  const given = new Map(inputs)
  const facts: Record<string, unknown> = {}
  if (target)
    for (const { name: input, path, typeRef } of inputsOf(model.model, target, (one) => given.has(one.name))) {
      const value = given.get(input) ?? given.get(path?.at(-1) ?? input)
      facts[input] = value === undefined ? null : { value: factOf(value, model.typeOf(typeRef)) }
    }
  const evaluated = evaluate(model, service ?? name, facts, { decisionsAsFacts: true })
  if (!evaluated.ok) return evaluated
  const { value } = evaluated.value
  const several = target !== undefined && 'outputs' in target && target.outputs.length > 1 && service !== undefined
  return ok(several ? ((value as Record<string, unknown> | null)?.[name] ?? null) : value)
}

/** A piece of knowledge is called with the facts that its parameters name. */
function calledWith(model: CompiledModel, { inputs }: KitCase, { name }: KitResult): Result<unknown> {
  const found = model.model.knowledge.find((one) => one.name === name)
  if (found === undefined) return refuse('rules.decision.unknown', { decision: name, known: [] })
  const called = knowledgeAlone(model, found, beginRun(new Map()))
  const given = new Map(inputs)
  const facts = (found.logic?.parameters ?? []).map(({ name: parameter, typeRef }) => {
    const value = given.get(parameter)
    return value === undefined ? null : factOf(value, model.typeOf(typeRef))
  })
  return ok(called instanceof FeelFunction ? called.fn(...facts) : null)
}

function inJson(value: KitValue): Json {
  if (value.kind === 'value') return value.text
  if (value.kind === 'list') return value.items.map(inJson)
  return Object.fromEntries(value.entries.map(([name, one]) => [name, inJson(one)]))
}
