import type { CompiledModel } from '../evaluate/compile-model.ts'
import type { Evaluation } from '../evaluate/evaluate.ts'
import type { Fact } from '../evaluate/facts.ts'
import type { DecisionTrace, TableTrace } from '../evaluate/run.ts'
import type { Decision } from '../model/model.ts'
import { toJson } from '../types/json.ts'
import type { Explanation, RowStep, Step, TableStep } from './explanation.ts'
import { inChinese } from './in-chinese.ts'

/** Explains an evaluation from what it met on its way. */
export function explain(compiled: CompiledModel, evaluation: Evaluation): Explanation {
  const decisions = new Map(compiled.model.decisions.map((one) => [one.id, one]))
  const steps = [...evaluation.run.traces.values()].flatMap((trace) => {
    const decision = decisions.get(trace.id)
    return decision ? [stepOf(decision, trace, evaluation, compiled)] : []
  })
  const facts = [...evaluation.facts.values()]
  return { plain: inChinese(steps, evaluation.problems), steps, facts, problems: evaluation.problems }
}

function stepOf(decision: Decision, trace: DecisionTrace, evaluation: Evaluation, compiled: CompiledModel): Step {
  const names = new Map([...compiled.model.inputs, ...compiled.model.decisions].map(({ id, name }) => [id, name]))
  const { requires, logic, question } = decision
  return {
    decision: decision.name,
    ...(question && { question }),
    result: toJson(trace.value),
    from: [...requires.inputs, ...requires.decisions].flatMap((id) => names.get(id) ?? []),
    ...(logic?.kind === 'literal' && { expression: logic.text }),
    tables: trace.tables.map((table) => tableStep(table, factsFor(decision, evaluation, compiled))),
  }
}

type NamedFacts = { readonly variable: string; readonly facts: readonly Fact[] }

/** What a decision may name: facts, and decisions with the facts that they stand on. */
function factsFor({ requires }: Decision, { facts }: Evaluation, { model }: CompiledModel): readonly NamedFacts[] {
  const decisions = new Map(model.decisions.map((one) => [one.id, one]))
  const under = (id: string): readonly Fact[] => {
    const fact = facts.get(id)
    const decision = decisions.get(id)
    if (fact || !decision) return fact ? [fact] : []
    return [...decision.requires.inputs, ...decision.requires.decisions].flatMap(under)
  }
  const variables = new Map([...model.inputs, ...model.decisions].map(({ id, variable }) => [id, variable]))
  return [...requires.inputs, ...requires.decisions].flatMap((id) => {
    const variable = variables.get(id)
    return variable === undefined ? [] : [{ variable, facts: [...new Set(under(id))] }]
  })
}

function tableStep(trace: TableTrace, facts: readonly NamedFacts[]): TableStep {
  const { table, values, matched, used, path, otherwise, result } = trace
  const labels = table.inputs.map(({ label, text }) => label ?? text)
  const outputs = table.outputs.map(({ name, label }) => label ?? name ?? '')
  return {
    ...(path && { part: path }),
    hitPolicy: table.hitPolicy,
    inputs: table.inputs.map(({ text }, index) => ({
      ...{ label: labels[index] as string, expression: text, value: toJson(values[index]) },
      facts: namedIn(text, facts),
    })),
    rows: matched.map((row): RowStep => {
      const rule = table.rules[row - 1]
      const cells = rule?.tests.map((test, index) => ({
        label: labels[index] ?? '',
        test,
        value: toJson(values[index]),
      }))
      return {
        ...{ row, used: used.includes(row), cells: cells ?? [], annotations: rule?.annotations ?? [] },
        outputs: outputs.map((name, index) => ({ name, text: rule?.outputs[index] ?? '' })),
      }
    }),
    otherwise,
    result: toJson(result),
  }
}

/** The facts behind what an expression names; the longer name first, so that 月数 is not found in 租住月数. */
function namedIn(text: string, named: readonly NamedFacts[]): readonly Fact[] {
  let rest = text
  return named
    .toSorted((a, b) => b.variable.length - a.variable.length)
    .flatMap(({ variable, facts }) => {
      if (!rest.includes(variable)) return []
      rest = rest.replaceAll(variable, ' ')
      return facts
    })
}
