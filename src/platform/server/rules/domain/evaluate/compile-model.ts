import { FeelFunction } from 'feelin'
import type { Variables } from '../feel/scope.ts'
import type { Decision, DecisionService, Knowledge, Model, Requirements } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { instanceFunction } from '../types/instance-of.ts'
import { resolveTypes, type TypeOf } from '../types/resolve-type.ts'
import { compileFunction, compileLogic, typed } from './compile-logic.ts'
import { findTarget, inputsOf } from './needed.ts'
import { beginRun, type Evaluator, type Run } from './run.ts'

/** A model whose expressions are ready: read and compiled once, then evaluated as often as one likes. */
export type CompiledModel = {
  readonly model: Model
  readonly typeOf: TypeOf
  /** Works out a decision, and before it what it requires, each once in a run. */
  readonly decide: (decision: Decision, run: Run) => unknown
  readonly serve: (service: DecisionService, run: Run) => unknown
  /** The names of the facts that a decision or service needs; nothing where the model has none of that name. */
  readonly needs: (name: string) => readonly string[] | undefined
}

/** Compiles a model that `readModel` found sound. */
export function compileModel(model: Model): CompiledModel {
  const typeOf = resolveTypes(model)
  const library = { xianqu_instance_of: instanceFunction(typeOf) }
  const decisions = new Map(model.decisions.map((one) => [one.id, { of: one, run: compileDecision(one, typeOf) }]))
  const knowledge = new Map(model.knowledge.map((one) => [one.id, { of: one, run: compileKnowledge(one, typeOf) }]))
  const inputs = new Map(model.inputs.map((one) => [one.id, one]))
  const services = new Map(model.services.map((one) => [one.id, one]))

  const decide = (decision: Decision, run: Run): unknown => {
    const known = run.traces.get(decision.id)
    if (known) return known.value
    const scope = scopeOf(decision.requires, run)
    const outer = { decision: run.decision, tables: run.tables, path: run.path }
    Object.assign(run, { decision: decision.name, tables: [], path: '' })
    const value = decisions.get(decision.id)?.run(scope, run) ?? null
    run.traces.set(decision.id, { id: decision.id, value, tables: run.tables })
    Object.assign(run, outer)
    return value
  }

  const scopeOf = (requires: Requirements, run: Run, calling: ReadonlyMap<string, unknown> = new Map()): Variables => {
    const scope: Record<string, unknown> = { ...library }
    for (const id of requires.inputs) scope[inputs.get(id)?.variable ?? id] = run.facts.get(id) ?? null
    for (const id of requires.decisions) {
      const decision = decisions.get(id)?.of
      if (decision) scope[decision.variable] = decide(decision, run)
      else scope[inputs.get(id)?.variable ?? id] = run.facts.get(id) ?? null
    }
    for (const id of requires.knowledge) bind(id, { scope, run, calling })
    return scope
  }

  type Binding = {
    readonly scope: Record<string, unknown>
    readonly run: Run
    readonly calling: ReadonlyMap<string, unknown>
  }
  const bind = (id: string, { scope, run, calling }: Binding): void => {
    const service = services.get(id)
    if (service) scope[service.variable] = serviceFunction(service, run)
    const found = knowledge.get(id)
    if (found) scope[found.of.variable] = calling.get(id) ?? knowledgeFunction(found.of, found.run, run, calling)
  }

  /** A function sees what it requires, and itself. */
  const knowledgeFunction = (
    of: Knowledge,
    compiled: Evaluator,
    run: Run,
    calling: ReadonlyMap<string, unknown>,
  ): unknown => {
    let made: unknown
    const self = new FeelFunction(
      (...given: unknown[]) => (made instanceof FeelFunction ? made.fn(...given) : null),
      of.logic?.parameters.map(({ name }) => name) ?? [],
    )
    const scope = { ...scopeOf(of.requires, run, new Map([...calling, [of.id, self]])), [of.variable]: self }
    made = compiled(scope, run)
    return made === null ? null : self
  }

  const serviceFunction = (service: DecisionService, run: Run): FeelFunction => {
    const parameters = [
      ...service.inputs.map((id) => ({
        id,
        name: inputs.get(id)?.variable ?? id,
        typeRef: inputs.get(id)?.typeRef,
        isInput: true,
      })),
      ...service.inputDecisions.map((id) => {
        const decision = decisions.get(id)?.of
        return { id, name: decision?.variable ?? id, typeRef: decision?.typeRef, isInput: false }
      }),
    ]
    return new FeelFunction(
      (...given: unknown[]) => {
        if (given.length !== parameters.length) return null
        const inner = beginRun(new Map(run.facts), new Map(), run.problems)
        const facts = new Map(run.facts)
        for (const [index, { id, typeRef, isInput }] of parameters.entries()) {
          const conformed = conform(given[index], typeOf(typeRef))
          if (!conformed.ok) return null
          if (isInput) facts.set(id, conformed.value)
          else inner.traces.set(id, { id, value: conformed.value, tables: [] })
        }
        return serve(service, { ...inner, facts })
      },
      parameters.map(({ name }) => name),
    )
  }

  const serve = (service: DecisionService, run: Run): unknown => {
    const outputs = service.outputs.flatMap((id) => decisions.get(id)?.of ?? [])
    const values = outputs.map((decision) => [decision.variable, decide(decision, run)] as const)
    const value = values.length === 1 ? values[0]?.[1] : Object.fromEntries(values)
    const conformed = conform(value, typeOf(service.typeRef))
    return conformed.ok ? conformed.value : null
  }

  const needs = (name: string) => {
    const target = findTarget(model, name)
    return target && inputsOf(model, target).map((input) => input.name)
  }
  return { model, typeOf, decide, serve, needs }
}

function compileDecision(decision: Decision, typeOf: TypeOf): Evaluator {
  return typed(compileLogic(decision.logic, typeOf), typeOf(decision.typeRef))
}

function compileKnowledge({ logic, typeRef }: Knowledge, typeOf: TypeOf): Evaluator {
  if (logic === undefined) return () => null
  const type = typeOf(typeRef)
  const returns = type.kind === 'basic' && type.name === 'function' ? undefined : type
  const made = compileFunction(logic, typeOf)
  if (returns === undefined || returns.kind === 'any') return made
  return (variables, run) => {
    const called = made(variables, run)
    if (!(called instanceof FeelFunction)) return called
    return new FeelFunction((...given: unknown[]) => {
      const conformed = conform(called.fn(...given), returns)
      return conformed.ok ? conformed.value : null
    }, called.parameterNames)
  }
}
