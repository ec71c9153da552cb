import type { Result } from '#platform/kernel/result.ts'
import type { CompiledModel } from './evaluate/compile-model.ts'
import { type Evaluation, evaluate } from './evaluate/evaluate.ts'
import type { Facts } from './evaluate/facts.ts'
import { explain } from './explain/explain.ts'
import type { Explanation } from './explain/explanation.ts'
import { isSame } from './feel/equality.ts'
import type { Json } from './types/json.ts'

/** What one version of a model says of one past case: a result with its reasons, or that it cannot say. */
export type Said = { readonly result: Json; readonly explanation: Explanation } | { readonly refused: string }

/** A past case on which the two versions differ. */
export type Changed = { readonly key: string; readonly before: Said; readonly after: Said }

export type TryOut = {
  readonly cases: number
  readonly same: number
  readonly changed: number
  /** Cases that the new version cannot decide although the old one could. */
  readonly lost: number
  /** How many cases have each result, before and after. */
  readonly before: readonly Count[]
  readonly after: readonly Count[]
  /** The first of the changed ones. */
  readonly examples: readonly Changed[]
}

type Count = { readonly result: Json; readonly cases: number }

/** A past case: whatever names it, and the facts that it was decided on. */
export type PastCase = { readonly key: string; readonly facts: Facts }

/**
 * Works past cases out under two versions of a model, before the second takes effect.
 * @param examples how many of the changed cases are told in full
 */
export function tryOut(
  versions: { before: CompiledModel; after: CompiledModel },
  decision: string,
  cases: readonly PastCase[],
  examples = 50,
): TryOut {
  const counts = { before: new Map<string, Count>(), after: new Map<string, Count>() }
  const changed: Changed[] = []
  let [differing, lost] = [0, 0]
  for (const { key, facts } of cases) {
    const [before, after] = [evaluate(versions.before, decision, facts), evaluate(versions.after, decision, facts)]
    count(counts.before, before)
    count(counts.after, after)
    if (says(before, after)) continue
    differing += 1
    if (before.ok && resultOf(before) !== null && (!after.ok || resultOf(after) === null)) lost += 1
    if (changed.length < examples)
      changed.push({ key, before: said(versions.before, before), after: said(versions.after, after) })
  }
  return {
    ...{ cases: cases.length, same: cases.length - differing, changed: differing, lost },
    before: sorted(counts.before),
    after: sorted(counts.after),
    examples: changed,
  }
}

type Evaluated = Result<Evaluation>

function resultOf(evaluated: Evaluated): Json {
  return evaluated.ok ? evaluated.value.result : null
}

function says(before: Evaluated, after: Evaluated): boolean {
  return before.ok === after.ok && isSame(resultOf(before), resultOf(after))
}

function said(compiled: CompiledModel, evaluated: Evaluated): Said {
  if (!evaluated.ok) return { refused: evaluated.refusal.code }
  return { result: evaluated.value.result, explanation: explain(compiled, evaluated.value) }
}

function count(counts: Map<string, Count>, evaluated: Evaluated): void {
  const result = resultOf(evaluated)
  const key = JSON.stringify(result)
  counts.set(key, { result, cases: (counts.get(key)?.cases ?? 0) + 1 })
}

function sorted(counts: ReadonlyMap<string, Count>): readonly Count[] {
  return [...counts.values()].sort((a, b) => b.cases - a.cases)
}
