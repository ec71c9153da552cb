import { FeelFunction } from 'feelin'
import { compileExpression, type FeelProblem } from '../feel/compile.ts'
import { kindOf } from '../feel/equality.ts'
import type { Variables } from '../feel/scope.ts'
import type { BoxedContext, Expression, FunctionDefinition, Invocation, Iteration, Literal } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { anyType, type FeelType } from '../types/feel-type.ts'
import type { TypeOf } from '../types/resolve-type.ts'
import { compileTable } from './compile-table.ts'
import { type Evaluator, note, type Run, tellFeel, within } from './run.ts'

const nothing: Evaluator = () => null

/** Compiles decision logic of any kind; what is missing is null. */
export function compileLogic(logic: Expression | undefined, typeOf: TypeOf): Evaluator {
  if (logic === undefined) return nothing
  const evaluator = compileKind(logic, typeOf)
  return logic.typeRef === undefined ? evaluator : typed(evaluator, typeOf(logic.typeRef))
}

function compileKind(logic: Expression, typeOf: TypeOf): Evaluator {
  const compile = (one: Expression | undefined) => compileLogic(one, typeOf)
  if (logic.kind === 'literal') return compileLiteral(logic)
  if (logic.kind === 'table') return compileTable(logic, typeOf)
  if (logic.kind === 'context') return compileContext(logic, typeOf)
  if (logic.kind === 'invocation') return compileInvocation(logic, typeOf)
  if (logic.kind === 'function') return compileFunction(logic, typeOf)
  if (logic.kind === 'list') return together(logic.items.map(compile))
  if (logic.kind === 'relation')
    return compileRelation(
      logic.columns.map(({ name }) => name),
      logic.rows.map((row) =>
        together(row.map((cell, index) => typed(compile(cell), typeOf(logic.columns[index]?.typeRef)))),
      ),
    )
  if (logic.kind === 'iteration') return compileIteration(logic, typeOf)
  if (logic.kind === 'filter') return compileFilter(compile(logic.list), compile(logic.match))
  const [condition, whenTrue, whenFalse] = [compile(logic.condition), compile(logic.whenTrue), compile(logic.whenFalse)]
  return (variables, run) => {
    const holds = condition(variables, run)
    return typeof holds === 'boolean' || holds === null ? (holds ? whenTrue : whenFalse)(variables, run) : null
  }
}

/** Fits what an evaluator gives to a type; what does not fit is null, and said. */
export function typed(evaluator: Evaluator, type: FeelType): Evaluator {
  return type.kind === 'any' && !type.allowed
    ? evaluator
    : (variables, run) => fitted(evaluator(variables, run), type, run)
}

function fitted(value: unknown, type: FeelType, run: Run): unknown {
  const conformed = conform(value, type)
  if (conformed.ok) return conformed.value
  note(run, conformed.why, `${conformed.path} ${kindOf(conformed.value)}`.trim())
  return null
}

function compileLiteral({ text }: Literal): Evaluator {
  if (text === '') return nothing
  const expression = compileExpression(text)
  return (variables, run) => {
    const told: FeelProblem[] = []
    const value = expression(variables, told)
    if (told.length > 0) tellFeel(run, told)
    return value
  }
}

function compileContext({ entries, result }: BoxedContext, typeOf: TypeOf): Evaluator {
  const compiled = entries.map(({ name, typeRef, value }) => ({
    name,
    run: typed(compileLogic(value, typeOf), typeOf(typeRef)),
  }))
  const last = result && compileLogic(result, typeOf)
  return (variables, run) => {
    const inner: Record<string, unknown> = { ...variables }
    const context: Record<string, unknown> = {}
    for (const entry of compiled) {
      const value = within(run, entry.name, () => entry.run(inner, run))
      inner[entry.name] = value
      context[entry.name] = value
    }
    return last ? last(inner, run) : context
  }
}

function compileInvocation({ callee, bindings }: Invocation, typeOf: TypeOf): Evaluator {
  const target = compileLiteral(callee)
  const compiled = bindings.map(({ name, typeRef, value }) => ({
    name,
    run: typed(compileLogic(value, typeOf), typeOf(typeRef)),
  }))
  return (variables, run) => {
    const called = target(variables, run)
    const given = Object.fromEntries(compiled.map(({ name, run: value }) => [name, value(variables, run)]))
    if (called instanceof FeelFunction) return plain(called.invoke(given))
    note(run, 'null', `${callee.text} is not a function`, callee.text)
    return null
  }
}

/** feelin tells a call that does not fit by a value of its own; to the model it is null. */
function plain(value: unknown): unknown {
  return value === undefined ||
    (typeof value === 'object' && value !== null && value.constructor.name === 'InvocationFailure')
    ? null
    : value
}

const deepestCalls = 200

/** Compiles a function over the variables that it is written among. */
export function compileFunction({ parameters, body, language }: FunctionDefinition, typeOf: TypeOf): Evaluator {
  const names = parameters.map(({ name }) => name)
  const types = parameters.map(({ typeRef }) => typeOf(typeRef))
  const work = compileLogic(body, typeOf)
  return (variables, run) => {
    if (language !== 'FEEL') {
      note(run, 'unsupported', `${language} functions are not run here`)
      return null
    }
    return new FeelFunction((...given: unknown[]) => {
      const inner: Record<string, unknown> = { ...variables }
      for (const [index, name] of names.entries()) {
        const conformed = conform(given[index], types[index] ?? anyType)
        if (!conformed.ok) {
          note(run, conformed.why, `${name}: ${kindOf(given[index])}`)
          return null
        }
        inner[name] = conformed.value
      }
      return call(run, () => work(inner, run))
    }, names)
  }
}

/** Functions may call themselves, but not for ever. */
function call(run: Run, work: () => unknown): unknown {
  if (run.depth >= deepestCalls) throw new Error(`functions call each other more than ${deepestCalls} deep`)
  run.depth += 1
  try {
    return work()
  } finally {
    run.depth -= 1
  }
}

function together(evaluators: readonly Evaluator[]): (variables: Variables, run: Run) => unknown[] {
  return (variables, run) => evaluators.map((one) => one(variables, run))
}

function compileRelation(
  columns: readonly string[],
  rows: readonly ((variables: Variables, run: Run) => unknown[])[],
): Evaluator {
  return (variables, run) =>
    rows.map((row) => {
      const cells = row(variables, run)
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]))
    })
}

function compileIteration({ mode, variable, list, body }: Iteration, typeOf: TypeOf): Evaluator {
  const [source, work] = [compileLogic(list, typeOf), compileLogic(body, typeOf)]
  return (variables, run) => {
    const elements = elementsIn(source(variables, run))
    if (elements === undefined) return null
    const partial: unknown[] = []
    for (const element of elements) partial.push(work({ ...variables, [variable]: element, partial }, run))
    if (mode === 'for') return partial
    if (partial.some((one) => typeof one !== 'boolean')) return null
    return mode === 'some' ? partial.includes(true) : !partial.includes(false)
  }
}

function compileFilter(list: Evaluator, match: Evaluator): Evaluator {
  return (variables, run) => {
    const elements = elementsIn(list(variables, run))
    if (elements === undefined) return null
    const found = elements.map((item) => {
      const fields = kindOf(item) === 'context' ? (item as Variables) : {}
      return match({ ...variables, ...fields, item }, run)
    })
    const [index] = found
    if (typeof index === 'number') return elements.at(index < 0 ? index : index - 1) ?? null
    return found.every((one) => typeof one === 'boolean') ? elements.filter((_, at) => found[at] === true) : null
  }
}

function elementsIn(value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined) return undefined
  return Array.isArray(value) ? value : [value]
}
