import type { Decision, DecisionService, InputData, Knowledge, Model } from '../model/model.ts'
import { returning } from '../types/conform.ts'
import { instanceFunction } from '../types/instance-of.ts'
import { resolveTypes, type TypeOf } from '../types/resolve-type.ts'
import { typedParametersFunction } from '../types/typed-parameters.ts'
import { compileFunction, compileLogic, typed } from './compile-logic.ts'
import type { Evaluator } from './run.ts'

/** A model whose expressions are ready: read and compiled once, then evaluated as often as one likes. */
export type CompiledModel = {
  readonly model: Model
  readonly typeOf: TypeOf
  /** What every expression may name. */
  readonly library: Readonly<Record<string, unknown>>
  readonly decisions: ReadonlyMap<string, Compiled<Decision>>
  readonly knowledge: ReadonlyMap<string, Compiled<Knowledge>>
  readonly inputs: ReadonlyMap<string, InputData>
  readonly services: ReadonlyMap<string, DecisionService>
}

type Compiled<T> = { readonly of: T; readonly run: Evaluator }

/** Compiles a model that `readModel` found sound. */
export function compileModel(model: Model): CompiledModel {
  const typeOf = resolveTypes(model)
  return {
    model,
    typeOf,
    library: { xianqu_instance_of: instanceFunction(typeOf), xianqu_typed: typedParametersFunction(typeOf) },
    decisions: new Map(model.decisions.map((one) => [one.id, { of: one, run: compileDecision(one, typeOf) }])),
    knowledge: new Map(model.knowledge.map((one) => [one.id, { of: one, run: compileKnowledge(one, typeOf) }])),
    inputs: byId(model.inputs),
    services: byId(model.services),
  }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]))

function compileDecision(decision: Decision, typeOf: TypeOf): Evaluator {
  return typed(compileLogic(decision.logic, typeOf), typeOf(decision.typeRef))
}

function compileKnowledge({ logic, typeRef }: Knowledge, typeOf: TypeOf): Evaluator {
  if (logic === undefined) return () => null
  const made = typed(compileFunction(logic, typeOf), typeOf(logic.typeRef))
  const type = typeOf(typeRef)
  return (variables, run) => returning(made(variables, run), type)
}
