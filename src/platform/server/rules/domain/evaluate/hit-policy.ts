import { rounded } from '../feel/decimal.ts'
import { isSame, kindOf } from '../feel/equality.ts'
import type { DecisionTable, TableOutput } from '../model/model.ts'

/** A matched row with the values of its outputs. */
export type Hit = { readonly row: number; readonly values: readonly unknown[] }

type Decided = {
  readonly result: unknown
  readonly used: readonly number[]
  readonly otherwise: boolean
  readonly problem?: 'overlap' | 'differ'
}

/**
 * What a table says from its matched rows, by its hit policy (DMN 8.2.10, 8.2.11):
 * U one row at most · A rows that agree · P the row highest in the order of output values · F the first row ·
 * R all in the order of rows · O all in the order of output values · C all · C+ sum, C< least, C> greatest, C# how many.
 * No row: the default outputs, or null.
 * @param ranks the allowed values of each output in the order of their priority
 */
export function decide(
  table: DecisionTable,
  hits: readonly Hit[],
  otherwise: readonly unknown[] | undefined,
  ranks: readonly (readonly unknown[])[],
): Decided {
  if (hits.length === 0) return withoutHit(table, otherwise)
  const { hitPolicy, outputs } = table
  const value = (hit: Hit) => outputOf(hit.values, outputs)
  const one = (hit: Hit): Decided => ({ result: value(hit), used: [hit.row], otherwise: false })
  const all = (some: readonly Hit[]): Decided => ({
    result: some.map(value),
    used: some.map(({ row }) => row),
    otherwise: false,
  })
  const first = hits[0] as Hit
  if (hitPolicy === 'F') return one(first)
  if (hitPolicy === 'U') return hits.length === 1 ? one(first) : nothing('overlap')
  if (hitPolicy === 'A')
    return hits.every((hit) => isSame(value(hit), value(first)))
      ? { ...one(first), used: hits.map(({ row }) => row) }
      : nothing('differ')
  if (hitPolicy === 'P') return one(byPriority(hits, ranks)[0] as Hit)
  if (hitPolicy === 'O') return all(byPriority(hits, ranks))
  if (hitPolicy === 'R' || hitPolicy === 'C') return all(hits)
  return { ...all(hits), result: aggregate(hitPolicy, hits, outputs) }
}

function nothing(problem: 'overlap' | 'differ'): Decided {
  return { result: null, used: [], otherwise: false, problem }
}

function withoutHit({ hitPolicy, outputs }: DecisionTable, otherwise: readonly unknown[] | undefined): Decided {
  if (otherwise === undefined) return { result: null, used: [], otherwise: false }
  const value = outputOf(otherwise, outputs)
  const isList = hitPolicy === 'R' || hitPolicy === 'O' || hitPolicy === 'C'
  return { result: isList && !Array.isArray(value) ? [value] : value, used: [], otherwise: true }
}

/** One output is a value; several are a context under their names. */
function outputOf(values: readonly unknown[], outputs: readonly TableOutput[]): unknown {
  if (outputs.length === 1) return values[0]
  return Object.fromEntries(
    outputs.map(({ name, label }, index) => [name ?? label ?? `output ${index + 1}`, values[index]]),
  )
}

function byPriority(hits: readonly Hit[], ranks: readonly (readonly unknown[])[]): Hit[] {
  const rank = (hit: Hit, output: number) => {
    const at = (ranks[output] ?? []).findIndex((one) => isSame(one, hit.values[output]))
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return hits.toSorted((left, right) => {
    for (const output of ranks.keys()) {
      const difference = rank(left, output) - rank(right, output)
      if (difference !== 0) return difference
    }
    return left.row - right.row
  })
}

/** Several outputs are aggregated each by itself; how many is one number. */
function aggregate(policy: DecisionTable['hitPolicy'], hits: readonly Hit[], outputs: readonly TableOutput[]): unknown {
  if (policy === 'C#') return hits.length
  const columns = outputs.map((_, index) =>
    fold(
      policy,
      hits.map(({ values }) => values[index]),
    ),
  )
  return outputOf(columns, outputs)
}

function fold(policy: DecisionTable['hitPolicy'], values: readonly unknown[]): unknown {
  const kind = kindOf(values[0])
  if (values.some((value) => kindOf(value) !== kind)) return null
  if (policy === 'C+')
    return kind === 'number' ? rounded((values as number[]).reduce((sum, value) => sum + value, 0)) : null
  if (kind !== 'number' && kind !== 'string') return null
  const sorted = (values as (number | string)[]).toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  return policy === 'C<' ? sorted[0] : sorted.at(-1)
}
