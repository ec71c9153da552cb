import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { InputData } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { typeName } from '../types/feel-type.ts'
import { fromJson, type Json, toJson } from '../types/json.ts'
import type { CompiledModel } from './compile-model.ts'
import { type Fact, type Facts, readGiven } from './facts.ts'
import { findTarget, inputsOf, type Target } from './needed.ts'
import { beginRun, type Problem, type Run } from './run.ts'
import { decide, serve } from './work-out.ts'

/** A decision worked out. */
export type Evaluation = {
  readonly decision: string
  readonly result: Json
  /** What could not be worked out; the value there is null. A decision with problems is for a person to take. */
  readonly problems: readonly Problem[]
  readonly run: Run
  readonly facts: ReadonlyMap<string, Fact>
}

/**
 * Works out a decision, or a decision service, by its name from facts by theirs.
 * Refusals: `rules.decision.unknown`, `rules.input.missing`, `rules.input.type`, `rules.input.value`.
 * @example evaluate(compiled, '租房提取资格', { 无房: true, 租住月数: { value: 7, source: '住房档案', asOf: '2026-11-20' } })
 */
export function evaluate(compiled: CompiledModel, name: string, facts: Facts): Result<Evaluation> {
  const { model } = compiled
  const target = findTarget(model, name)
  if (target === undefined)
    return refuse('rules.decision.unknown', {
      decision: name,
      known: [...model.decisions, ...model.services].map((one) => one.name),
    })
  const needed = inputsOf(model, target)
  const missing = needed.filter((input) => !Object.hasOwn(facts, input.name)).map((input) => input.name)
  if (missing.length > 0) return refuse('rules.input.missing', { decision: name, missing })
  const values = new Map<string, unknown>()
  const used = new Map<string, Fact>()
  for (const input of needed) {
    const given = readGiven(facts[input.name], compiled.typeOf(input.typeRef))
    const read = readInput(compiled, input, given.value)
    if (!read.ok) return read
    values.set(input.id, read.value)
    used.set(input.id, { ...given, name: input.name, value: toJson(read.value) })
  }
  return ok(work(compiled, target, values, used))
}

function work(
  compiled: CompiledModel,
  target: Target,
  values: ReadonlyMap<string, unknown>,
  facts: ReadonlyMap<string, Fact>,
): Evaluation {
  const run = beginRun(values)
  if ('outputs' in target)
    for (const id of target.inputDecisions) run.traces.set(id, { id, value: values.get(id) ?? null, tables: [] })
  const value = 'outputs' in target ? serve(compiled, target, run) : decide(compiled, target, run)
  return { decision: target.name, result: toJson(value), problems: run.problems, run, facts }
}

function readInput({ typeOf }: CompiledModel, input: InputData, given: unknown): Result<unknown> {
  const type = typeOf(input.typeRef)
  const conformed = conform(fromJson(given, type), type, input.name)
  if (conformed.ok) return ok(conformed.value)
  const value = JSON.stringify(toJson(conformed.value)).slice(0, 100)
  const facts = { input: conformed.path, expected: typeName(conformed.type), value }
  return conformed.why === 'type'
    ? refuse('rules.input.type', facts)
    : refuse('rules.input.value', { ...facts, expected: conformed.type.allowed?.text ?? '' })
}
