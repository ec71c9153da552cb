import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { InputData } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { type FeelType, typeName } from '../types/feel-type.ts'
import { fromJson, type Json, toJson } from '../types/json.ts'
import type { CompiledModel } from './compile-model.ts'
import { type Fact, type Facts, readGiven } from './facts.ts'
import { findTarget, inputsOf, type Target } from './needed.ts'
import { beginRun, type Problem, type Run } from './run.ts'
import { decide, parameterType, serve } from './work-out.ts'

/** A decision worked out. */
export type Evaluation = {
  readonly decision: string
  readonly result: Json
  /** The result as FEEL has it. */
  readonly value: unknown
  /** What could not be worked out; the value there is null. A decision with problems is for a person to take. */
  readonly problems: readonly Problem[]
  readonly run: Run
  readonly facts: ReadonlyMap<string, Fact>
}

/** What an outsider may ask for, and our own offices may not. */
export type EvaluateOptions = {
  /** A fact by the name of a required decision is taken in its place, as if a person had decided it. */
  readonly decisionsAsFacts?: boolean
}

/**
 * Works out a decision, or a decision service, by its name from facts by theirs.
 * Refusals: `rules.decision.unknown`, `rules.input.missing`, `rules.input.type`, `rules.input.value`.
 * @example evaluate(compiled, '租房提取资格', { 无房: true, 租住月数: { value: 7, source: '住房档案', asOf: '2026-11-20' } })
 */
export function evaluate(
  compiled: CompiledModel,
  name: string,
  facts: Facts,
  { decisionsAsFacts = false }: EvaluateOptions = {},
): Result<Evaluation> {
  const { model } = compiled
  const target = findTarget(model, name)
  if (target === undefined)
    return refuse('rules.decision.unknown', {
      decision: name,
      known: [...model.decisions, ...model.services].map((one) => one.name),
    })
  const needed = inputsOf(model, target, (decision) => decisionsAsFacts && findFact(decision, facts) !== undefined)
  const missing = needed.filter((input) => findFact(input, facts) === undefined).map((input) => input.name)
  if (missing.length > 0) return refuse('rules.input.missing', { decision: name, missing })
  const values = new Map<string, unknown>()
  const used = new Map<string, Fact>()
  for (const input of needed) {
    const type = 'outputs' in target ? parameterType(compiled, target, input) : compiled.typeOf(input.typeRef)
    const given = readGiven(findFact(input, facts)?.given, type)
    const read = readInput(type, input, given.value)
    if (!read.ok) return read
    values.set(input.id, read.value)
    used.set(input.id, { ...given, name: input.name, value: toJson(read.value) })
  }
  return ok(work(compiled, target, values, used))
}

/** What is given for an input: by its name or, where it is imported, in a context by the name of the import, or by its own name alone. */
function findFact({ name, path }: InputData, facts: Facts): { readonly given: unknown } | undefined {
  if (Object.hasOwn(facts, name)) return { given: facts[name] }
  return path && (within(facts, path) ?? within(facts, path.slice(-1)))
}

function within(facts: unknown, [name, ...rest]: readonly string[]): { readonly given: unknown } | undefined {
  if (name === undefined) return { given: facts }
  if (typeof facts !== 'object' || facts === null || !Object.hasOwn(facts, name)) return undefined
  return within((facts as Facts)[name], rest)
}

function work(
  compiled: CompiledModel,
  target: Target,
  values: ReadonlyMap<string, unknown>,
  facts: ReadonlyMap<string, Fact>,
): Evaluation {
  const run = beginRun(values)
  for (const [id, value] of values) if (compiled.decisions.has(id)) run.traces.set(id, { id, value, tables: [] })
  const value = 'outputs' in target ? serve(compiled, target, run) : decide(compiled, target, run)
  return { decision: target.name, result: toJson(value), value, problems: run.problems, run, facts }
}

function readInput(type: FeelType, input: InputData, given: unknown): Result<unknown> {
  const conformed = conform(fromJson(given, type), type, input.name)
  if (conformed.ok) return ok(conformed.value)
  const value = JSON.stringify(toJson(conformed.value)).slice(0, 100)
  const facts = { input: conformed.path, expected: typeName(conformed.type), value }
  return conformed.why === 'type'
    ? refuse('rules.input.type', facts)
    : refuse('rules.input.value', { ...facts, expected: conformed.type.allowed?.text ?? '' })
}
