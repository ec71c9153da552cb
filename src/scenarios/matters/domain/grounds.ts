import type { CaseView } from '../contract/views.ts'

/*
 * Why a rule decided so, as whoever asked reads it: the questions that the rule asks with their answers, and under each answer of a table
 * the row that held, cell by cell, with the department that the value came from. Where it was refused, only what it was refused for: what
 * would have been paid otherwise is no answer.
 */

/** A question of the rule with its answer. */
export type Told = {
  readonly question: string
  readonly answer: Answer
  /** Why, where a table answered. */
  readonly tested: readonly Tested[]
  /** The article of law, or what the row means. */
  readonly notes: readonly string[]
}

/** One thing that was looked at: what it is, what the rule wants, and where it comes from. */
export type Tested = {
  readonly label: string
  readonly value: Answer
  readonly wanted: string
  readonly sources: readonly string[]
}

/** A value in words that are the same in each language; null is nothing. */
export type Answer = string | number | boolean | null

type Fact = { readonly source?: string }
type Cell = { readonly label: string; readonly test: string; readonly value: unknown }
type Row = { readonly used: boolean; readonly cells: readonly Cell[]; readonly annotations: readonly string[] }
type Table = { readonly inputs: readonly { readonly facts: readonly Fact[] }[]; readonly rows: readonly Row[] }
type Step = {
  readonly decision: string
  readonly question?: string
  readonly result: unknown
  readonly tables: readonly Table[]
}

/** What a rule asked and found of a case. */
export function toldOf({ why, materials }: Pick<CaseView, 'why' | 'materials'>): readonly Told[] {
  const { steps } = (why?.grounds ?? {}) as { readonly steps?: readonly Step[] }
  if (!Array.isArray(steps)) return []
  const inWords = wordsOf(materials)
  const all = (steps as readonly Step[]).map((step) => ({ step, told: stepOf(step, inWords) }))
  if (why?.conclusion !== 'reject') return all.map(({ told }) => told)
  const labels = new Set(all.flatMap(({ told }) => told.tested.map(({ label }) => label)))
  return all.filter(({ step }) => step.tables.length > 0 || labels.has(step.decision)).map(({ told }) => told)
}

type InWords = (label: string, value: unknown) => Answer

function stepOf({ decision, question, result, tables }: Step, inWords: InWords): Told {
  const rows = tables.flatMap(({ inputs, rows: held }) =>
    held.filter(({ used }) => used).map((row) => ({ inputs, row })),
  )
  return {
    question: question ?? decision,
    answer: answerOf(result),
    tested: rows.flatMap(({ inputs, row }) =>
      row.cells.flatMap(({ label, test, value }, index) =>
        test.trim() === '-'
          ? []
          : [{ label, value: inWords(label, value), wanted: wantedOf(test), sources: sourcesOf(inputs[index]?.facts) }],
      ),
    ),
    notes: rows.flatMap(({ row }) => row.annotations),
  }
}

/** A value as the data that was brought says it: the code of a state by its name. */
function wordsOf(materials: CaseView['materials']): InWords {
  const known = new Map(materials.flatMap(({ records }) => records.flat()).map((one) => [one.label, one]))
  return (label, value) => {
    const brought = known.get(label)
    const answer = brought === undefined || typeof value === 'boolean' ? answerOf(value) : brought.value
    return typeof answer === 'number' && brought?.unit ? `${answer} ${brought.unit}` : answer
  }
}

/** A conclusion with its reason, or a plain value. */
function answerOf(result: unknown): Answer {
  if (Array.isArray(result)) return result.map((one) => String(answerOf(one) ?? '')).join('、')
  if (typeof result !== 'object' || result === null) return (result ?? null) as Answer
  const entries = Object.entries(result as Readonly<Record<string, unknown>>)
  return entries
    .map(([name, value]) => (name === '结论' || name === '理由' ? String(value) : `${name} ${value}`))
    .join('，')
}

const signs: Readonly<Record<string, string>> = { '>=': '≥ ', '<=': '≤ ', '>': '＞ ', '<': '＜ ' }

/** What a cell asks for, where it compares; whatever else it asks for, the value itself says. */
function wantedOf(test: string): string {
  const [, sign = '', bound = ''] = /^(>=|<=|>|<)\s*(-?[\d.]+)$/.exec(test.trim()) ?? []
  return bound && `${signs[sign]}${bound}`
}

function sourcesOf(facts: readonly Fact[] = []): readonly string[] {
  return [...new Set(facts.flatMap(({ source }) => source ?? []))]
}
