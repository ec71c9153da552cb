import { type CompiledExpression, compileExpression, type FeelProblem } from '../feel/compile.ts'
import type { Variables } from '../feel/scope.ts'
import { type CompiledTests, compileTests } from '../feel/unary-tests.ts'
import type { DecisionTable, TableInput, TableOutput, TableRule } from '../model/model.ts'
import { conform } from '../types/conform.ts'
import { anyType, type FeelType } from '../types/feel-type.ts'
import type { TypeOf } from '../types/resolve-type.ts'
import { decide, type Hit } from './hit-policy.ts'
import { type Evaluator, note, type Run, tellFeel } from './run.ts'

type Input = {
  readonly of: TableInput
  readonly value: CompiledExpression
  readonly type: FeelType
  readonly allowed?: CompiledTests
}
type Rule = {
  readonly of: TableRule
  readonly tests: readonly CompiledTests[]
  readonly outputs: readonly CompiledExpression[]
  readonly outputTypes: readonly FeelType[]
}

/** Compiles a decision table: its inputs once an evaluation, then row by row until the hit policy has enough. */
export function compileTable(table: DecisionTable, typeOf: TypeOf): Evaluator {
  const inputs = table.inputs.map((input) => compileInput(input, typeOf))
  const rules = table.rules.map((rule) => compileRule(rule, typeOf))
  const outputs = table.outputs.map((output) => compileOutput(output, typeOf))
  const firstOnly = table.hitPolicy === 'F'
  return (variables, run) => {
    const told: FeelProblem[] = []
    const values = inputs.map(({ value, type }) => fitted(value(variables, told), type))
    const outside = inputs.findIndex(
      ({ allowed }, index) => allowed !== undefined && !allowed(values[index], variables, told),
    )
    // What is not allowed is as good as unknown; that it was given is a problem, and so for a person.
    if (outside >= 0) noteOutside(run, table, outside, values[outside])
    const known = values.map((value, index) =>
      outside >= 0 && inputs[index]?.allowed?.(value, variables, told) === false ? null : value,
    )
    const matched = matching(rules, { values: known, variables, told, firstOnly })
    const hits = matched.map(
      ({ at, rule }): Hit => ({ row: at, values: valuesOf(rule, outputs, { variables, told, run }) }),
    )
    const otherwise = otherwiseOf(outputs, variables, told)
    const decided = decide(
      table,
      hits,
      otherwise,
      outputs.map(({ ranks }) => ranks(variables)),
    )
    tellFeel(run, told)
    if (decided.problem) note(run, decided.problem, `${table.hitPolicy}: ${hits.map(({ row }) => row).join(', ')}`)
    const { used, result } = decided
    run.tables.push({
      path: run.path,
      table,
      values,
      matched: hits.map(({ row }) => row),
      used,
      otherwise: decided.otherwise,
      result,
    })
    return result
  }
}

function compileInput(input: TableInput, typeOf: TypeOf): Input {
  const type = typeOf(input.typeRef)
  const allowed = input.allowed === undefined ? undefined : compileTests(input.allowed)
  return { of: input, value: compileExpression(input.text), type, ...(allowed && { allowed }) }
}

function compileRule(rule: TableRule, typeOf: TypeOf): Rule {
  return {
    of: rule,
    tests: rule.tests.map(compileTests),
    outputs: rule.outputs.map(compileExpression),
    outputTypes: rule.outputTypes.map(typeOf),
  }
}

type Output = {
  readonly of: TableOutput
  readonly type: FeelType
  readonly otherwise?: CompiledExpression
  readonly allowed?: CompiledTests
  /** The allowed values in the order of their priority. */
  readonly ranks: (variables: Variables) => readonly unknown[]
}

function compileOutput(output: TableOutput, typeOf: TypeOf): Output {
  const type = typeOf(output.typeRef)
  const allowed = output.allowed ?? type.allowed?.text
  const list = allowed === undefined ? undefined : compileExpression(`[${allowed}]`)
  const ranks = (variables: Variables) => {
    const found = list?.(variables)
    return Array.isArray(found) ? found : []
  }
  const otherwise = output.otherwise === undefined ? undefined : compileExpression(output.otherwise)
  const tests = output.allowed === undefined ? undefined : compileTests(output.allowed)
  return { of: output, type, ranks, ...(otherwise && { otherwise }), ...(tests && { allowed: tests }) }
}

type Question = {
  readonly values: readonly unknown[]
  readonly variables: Variables
  readonly told: FeelProblem[]
  readonly firstOnly: boolean
}

function matching(
  rules: readonly Rule[],
  { values, variables, told, firstOnly }: Question,
): { at: number; rule: Rule }[] {
  const matched: { at: number; rule: Rule }[] = []
  for (const [index, rule] of rules.entries()) {
    if (!rule.tests.every((test, column) => test(values[column], variables, told))) continue
    matched.push({ at: index + 1, rule })
    if (firstOnly) break
  }
  return matched
}

type Asked = { readonly variables: Variables; readonly told: FeelProblem[]; readonly run: Run }

function valuesOf(rule: Rule, outputs: readonly Output[], { variables, told, run }: Asked): unknown[] {
  return outputs.map((output, index) => {
    const value = rule.outputs[index]?.(variables, told) ?? null
    const fit = fitted(fitted(value, rule.outputTypes[index] ?? anyType), output.type)
    if (fit === null || !output.allowed || output.allowed(fit, variables, told)) return fit
    note(run, 'allowed', `${output.of.label ?? output.of.name ?? ''} = ${String(fit)}`.trim(), output.of.allowed)
    return null
  })
}

function otherwiseOf(outputs: readonly Output[], variables: Variables, told: FeelProblem[]): unknown[] | undefined {
  if (outputs.every(({ otherwise }) => otherwise === undefined)) return undefined
  return outputs.map(({ otherwise, type }) => fitted(otherwise?.(variables, told) ?? null, type))
}

function fitted(value: unknown, type: FeelType): unknown {
  const conformed = conform(value, type)
  return conformed.ok ? conformed.value : null
}

function noteOutside(run: Run, table: DecisionTable, index: number, value: unknown): void {
  const input = table.inputs[index] as TableInput
  note(run, 'allowed', `${input.label ?? input.text} = ${String(value)}`, input.allowed)
}
