import { FeelFunction } from 'feelin'
import type { Variables } from '../feel/scope.ts'
import type { Decision, DecisionService, Knowledge, Named, Requirements } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { anyType, type FeelType, returnsOf } from '../types/feel-type.ts'
import type { CompiledModel } from './compile-model.ts'
import { beginRun, type Evaluator, type Run } from './run.ts'

/** Works out a decision, and before it what it requires, each once in a run. */
export function decide(model: CompiledModel, decision: Decision, run: Run): unknown {
  const known = run.traces.get(decision.id)
  if (known) return known.value
  const scope = scopeOf(model, decision.requires, run)
  const outer = { decision: run.decision, tables: run.tables, path: run.path }
  Object.assign(run, { decision: decision.name, tables: [], path: '' })
  const value = model.decisions.get(decision.id)?.run(scope, run) ?? null
  run.traces.set(decision.id, { id: decision.id, value, tables: run.tables })
  Object.assign(run, outer)
  return value
}

/** Works out what a service gives: the value of its one output decision, or a context of all. */
export function serve(model: CompiledModel, service: DecisionService, run: Run): unknown {
  const outputs = service.outputs.flatMap((id) => model.decisions.get(id)?.of ?? [])
  const values = outputs.map((decision) => [decision.variable, decide(model, decision, run)] as const)
  const value = values.length === 1 ? values[0]?.[1] : Object.fromEntries(values)
  const conformed = conform(value, returnsOf(model.typeOf(service.typeRef)))
  return conformed.ok ? conformed.value : null
}

/** Functions on the way to be made: each may call itself. */
type Calling = ReadonlyMap<string, unknown>

function scopeOf(model: CompiledModel, requires: Requirements, run: Run, calling: Calling = new Map()): Variables {
  const { inputs, decisions, services, knowledge } = model
  const scope: Record<string, unknown> = { ...model.library }
  const bind = (id: string, name: string, value: unknown) => {
    const from = requires.from?.get(id)
    if (from === undefined) scope[name] = value
    else scope[from] = { ...(scope[from] as Variables | undefined), [name]: value }
  }
  const bindInput = (id: string) => bind(id, inputs.get(id)?.variable ?? id, run.facts.get(id) ?? null)
  for (const id of requires.inputs) bindInput(id)
  for (const id of requires.decisions) {
    const decision = decisions.get(id)?.of
    if (decision) bind(id, decision.variable, decide(model, decision, run))
    else bindInput(id)
  }
  for (const id of requires.knowledge) {
    const service = services.get(id)
    if (service) bind(id, service.variable, serviceFunction(model, service, run))
    const found = knowledge.get(id)
    if (found) bind(id, found.of.variable, calling.get(id) ?? knowledgeFunction(model, found, run, calling))
  }
  return scope
}

type FoundKnowledge = { readonly of: Knowledge; readonly run: Evaluator }

/** A function sees what it requires, and itself. */
function knowledgeFunction(
  model: CompiledModel,
  { of, run: compiled }: FoundKnowledge,
  run: Run,
  calling: Calling,
): unknown {
  let made: unknown
  const self = new FeelFunction(
    (...given: unknown[]) => (made instanceof FeelFunction ? made.fn(...given) : null),
    of.logic?.parameters.map(({ name }) => name) ?? [],
  )
  const scope = scopeOf(model, of.requires, run, new Map([...calling, [of.id, self]]))
  made = compiled({ ...scope, [of.variable]: self }, run)
  return made === null ? null : self
}

function serviceFunction(model: CompiledModel, service: DecisionService, run: Run): FeelFunction {
  const parameters = parametersOf(model, service)
  return new FeelFunction(
    (...given: unknown[]) => {
      if (given.length !== parameters.length) return null
      const inner = beginRun(new Map(run.facts), new Map(), run.problems)
      const facts = new Map(run.facts)
      for (const [index, { id, type, isInput }] of parameters.entries()) {
        const conformed = conform(given[index], type)
        if (!conformed.ok) return null
        if (isInput) facts.set(id, conformed.value)
        else inner.traces.set(id, { id, value: conformed.value, tables: [] })
      }
      return serve(model, service, { ...inner, facts })
    },
    parameters.map(({ name }) => name),
  )
}

function parametersOf(model: CompiledModel, service: DecisionService) {
  const told = (id: string, one: (Named & { typeRef?: string }) | undefined, isInput: boolean) => ({
    ...{ id, isInput, name: one?.variable ?? id },
    type: one ? parameterType(model, service, one) : anyType,
  })
  return [
    ...service.inputs.map((id) => told(id, model.inputs.get(id), true)),
    ...service.inputDecisions.map((id) => told(id, model.decisions.get(id)?.of, false)),
  ]
}

/** What a service takes for one of its inputs: by its own type, or else by the type of the input. */
export function parameterType(
  { typeOf }: CompiledModel,
  service: DecisionService,
  { variable, typeRef }: Named & { typeRef?: string },
): FeelType {
  const own = typeOf(service.typeRef)
  const declared = own.kind === 'basic' ? own.parameters?.get(variable) : undefined
  return declared && declared.kind !== 'any' ? declared : typeOf(typeRef)
}

/** The function that a piece of knowledge is, for who asks for it alone. */
export function knowledgeAlone(model: CompiledModel, knowledge: Knowledge, run: Run): unknown {
  const found = model.knowledge.get(knowledge.id)
  return found ? knowledgeFunction(model, found, run, new Map()) : null
}
