import type { FeelProblem } from '../feel/compile.ts'
import type { Variables } from '../feel/scope.ts'
import type { DecisionTable } from '../model/model.ts'

/** What an evaluation met that it could not work out; the value there is null, as the standard has it. */
export type Problem = {
  readonly decision: string
  readonly kind: 'syntax' | 'null' | 'type' | 'allowed' | 'overlap' | 'differ' | 'unsupported' | 'depth'
  readonly message: string
  readonly text?: string
}

/** How one table came to its value. Rows are counted from 1. */
export type TableTrace = {
  /** The context entry or function in which the table stands; empty for the decision's own. */
  readonly path: string
  readonly table: DecisionTable
  readonly values: readonly unknown[]
  readonly matched: readonly number[]
  /** The matched rows that made the value. */
  readonly used: readonly number[]
  readonly otherwise: boolean
  readonly result: unknown
}

/** How one decision came to its value. */
export type DecisionTrace = { readonly id: string; readonly value: unknown; readonly tables: readonly TableTrace[] }

/** One evaluation: its facts, and what is already known. */
export type Run = {
  readonly facts: ReadonlyMap<string, unknown>
  readonly traces: Map<string, DecisionTrace>
  readonly problems: Problem[]
  /** The decision at work, and the tables that it met. */
  decision: string
  path: string
  tables: TableTrace[]
  depth: number
}

/** An expression ready to be worked out with the variables that it may name. */
export type Evaluator = (variables: Variables, run: Run) => unknown

export function beginRun(
  facts: ReadonlyMap<string, unknown>,
  traces: Run['traces'] = new Map(),
  problems: Problem[] = [],
): Run {
  return { facts, traces, problems, decision: '', path: '', tables: [], depth: 0 }
}

/** Passes on what FEEL had to say. */
export function tellFeel(run: Run, told: readonly FeelProblem[]): void {
  for (const { kind, message, text } of told) note(run, kind, message, text)
}

/** As many as a person reads; a list of ten thousand makes the same remark ten thousand times. */
const mostProblems = 100

export function note(run: Run, kind: Problem['kind'], message: string, text?: string): void {
  if (run.problems.length < mostProblems)
    run.problems.push({ decision: run.decision, kind, message, ...(text !== undefined && { text }) })
}

/** Works in a named part of a decision, such as a context entry. */
export function within<T>(run: Run, name: string, work: () => T): T {
  const path = run.path
  run.path = path === '' ? name : `${path} › ${name}`
  try {
    return work()
  } finally {
    run.path = path
  }
}
