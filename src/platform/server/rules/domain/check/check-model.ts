import { FeelFunction, parseExpression, parseUnaryTests } from 'feelin'
import type { CompiledModel } from '../evaluate/compile-model.ts'
import { builtins } from '../feel/builtins/index.ts'
import type { Variables } from '../feel/scope.ts'
import type { DecisionTable, Expression, Knowledge, Model, Named, Place, Requirements } from '../model/model.ts'
import { sampleOf } from './sample.ts'

/** An expression of a model that cannot be read. */
export type ModelFault = Place & {
  readonly decision: string
  readonly text: string
  /** The row of a table, counted from 1. */
  readonly row?: number
}

type Look = (text: string, variables: Variables, place: Place, row?: number) => void

/** Every expression of a model that FEEL cannot read, and every row that has too few or too many cells. */
export function checkModel({ model, typeOf }: CompiledModel): readonly ModelFault[] {
  const faults: ModelFault[] = []
  const lookFor = (decision: string, isTest: boolean): Look => {
    const parse = isTest ? parseUnaryTests : parseExpression
    return (text, variables, place, row) => {
      if (text === '' || text === '-' || isReadable(parse, text, variables)) return
      faults.push({ ...place, decision, text, ...(row !== undefined && { row }) })
    }
  }
  const walk = (name: string, logic: Expression | undefined, variables: Variables): void => {
    if (logic) walkInto(logic, variables, { typeOf, look: lookFor(name, false), test: lookFor(name, true) })
  }
  for (const { name, logic, requires } of model.decisions) walk(name, logic, scopeOf(model, typeOf, requires))
  for (const { name, logic, requires } of model.knowledge) walk(name, logic, scopeOf(model, typeOf, requires))
  return faults
}

function isReadable(parse: typeof parseExpression, text: string, variables: Variables): boolean {
  let readable = true
  parse(text, { ...builtins, ...variables }, undefined).iterate({
    enter({ type }) {
      if (type.isError) readable = false
    },
  })
  return readable
}

type TypeOf = CompiledModel['typeOf']

/** What a decision may name, each with a value of the shape that its type says. */
function scopeOf(model: Model, typeOf: TypeOf, requires: Requirements): Variables {
  const entries = [...model.inputs, ...model.decisions]
    .filter(({ id }) => requires.inputs.includes(id) || requires.decisions.includes(id))
    .map(({ id, variable, typeRef }) => [id, variable, sampleOf(typeOf(typeRef))] as const)
  const functions = [...model.knowledge, ...model.services]
    .filter(({ id }) => requires.knowledge.includes(id))
    .map((one: Named & { logic?: Knowledge['logic'] }) => {
      const parameters = one.logic?.parameters.map(({ name }) => name) ?? []
      return [one.id, one.variable, new FeelFunction(() => null, parameters)] as const
    })
  const scope: Record<string, unknown> = {}
  for (const [id, name, sample] of [...entries, ...functions]) {
    const from = requires.from?.get(id)
    if (from === undefined) scope[name] = sample
    else scope[from] = { ...(scope[from] as Variables | undefined), [name]: sample }
  }
  return scope
}

type Walker = { readonly typeOf: TypeOf; readonly look: Look; readonly test: Look }

function walkInto(logic: Expression, variables: Variables, walker: Walker): void {
  if (logic.kind === 'literal') walker.look(logic.text, variables, logic.place)
  else if (logic.kind === 'table') walkTable(logic, variables, walker)
  else
    for (const [part, more] of partsOf(logic, walker.typeOf))
      if (part) walkInto(part, { ...variables, ...more }, walker)
}

type Part = readonly [Expression | undefined, Variables]
type Boxed = Exclude<Expression, { kind: 'literal' | 'table' }>

/** The expressions inside one, each with what it may name besides. */
function partsOf(logic: Boxed, typeOf: TypeOf): readonly Part[] {
  const alone = (...parts: readonly (Expression | undefined)[]) => parts.map((part): Part => [part, {}])
  if (logic.kind === 'context') return entriesOf(logic, typeOf)
  if (logic.kind === 'list') return alone(...logic.items)
  if (logic.kind === 'relation') return alone(...logic.rows.flat())
  if (logic.kind === 'conditional') return alone(logic.condition, logic.whenTrue, logic.whenFalse)
  if (logic.kind === 'invocation') return alone(logic.callee, ...logic.bindings.map(({ value }) => value))
  if (logic.kind === 'filter') return [...alone(logic.list), [logic.match, { item: null }]]
  if (logic.kind === 'iteration') return [...alone(logic.list), [logic.body, { [logic.variable]: null, partial: [] }]]
  const parameters = logic.parameters.map(({ name, typeRef }) => [name, sampleOf(typeOf(typeRef))] as const)
  return [[logic.body, Object.fromEntries(parameters)]]
}

/** An entry of a context sees those before it. */
function entriesOf({ entries, result }: Extract<Expression, { kind: 'context' }>, typeOf: TypeOf): readonly Part[] {
  const seen: Record<string, unknown> = {}
  const parts = entries.map(({ name, typeRef, value }): Part => {
    const part: Part = [value, { ...seen }]
    seen[name] = sampleOf(typeOf(typeRef))
    return part
  })
  return [...parts, [result, seen]]
}

function walkTable(table: DecisionTable, variables: Variables, { look, test, typeOf }: Walker): void {
  for (const { text, allowed } of table.inputs) {
    look(text, variables, table.place)
    test(allowed ?? '-', variables, table.place)
  }
  for (const { otherwise, allowed } of table.outputs) {
    look(otherwise ?? '', variables, table.place)
    test(allowed ?? '-', variables, table.place)
  }
  for (const [index, rule] of table.rules.entries()) {
    for (const [column, text] of rule.tests.entries()) {
      const input = table.inputs[column]
      test(text, { ...variables, '?': sampleOf(typeOf(input?.typeRef)) }, rule.place, index + 1)
    }
    for (const text of rule.outputs) look(text, variables, rule.place, index + 1)
    if (rule.tests.length !== table.inputs.length || rule.outputs.length !== table.outputs.length)
      look('[', variables, rule.place, index + 1)
  }
}
