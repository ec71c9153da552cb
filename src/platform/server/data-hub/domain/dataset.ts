import type { FieldType } from '#platform/kernel/forms/index.ts'
import type { MaskKind } from '#platform/kernel/personal/index.ts'

/** A field of the dictionary. */
export type Field = {
  readonly id: string
  readonly name: string
  readonly english: string
  readonly type: FieldType
  readonly unit?: string | undefined
  readonly codes?: Readonly<Record<string, string>> | undefined
  /** 1 public, 2 internal, 3 personal, 4 sensitive personal. */
  readonly sensitivity: number
  readonly mask: MaskKind
}

/** A field as a dataset has it. */
export type DatasetField = {
  readonly field: string
  /** What the owner calls it; its own name where left out. */
  readonly column?: string | undefined
  /** What the owner writes for a code, with the code that it means. */
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly required: boolean
}

/** What the rules need of a dataset of the catalogue. */
export type DatasetShape = {
  readonly id: string
  readonly owner: string
  readonly subject: 'person' | 'enterprise'
  readonly key: string
  readonly nameField?: string | undefined
  readonly records: 'one' | 'many'
  readonly fields: readonly DatasetField[]
  readonly sharing: 'unconditional' | 'conditional' | 'not-shared'
}

/** How often a dataset changes, as its owner says. */
export type Updates = 'real-time' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'

const minute = 60_000
const day = 24 * 60 * minute

/** Time for which an answer stands for a new question: what changes at any moment, for as long as somebody fills in a form. */
export function freshMilliseconds(updates: Updates): number {
  if (updates === 'real-time') return 30 * minute
  return updates === 'daily' ? day : 3 * day
}

/** A value of a field: money in yuan, dates as 2026-03-02, codes as the dictionary has them. */
export type FieldValue = string | number | boolean | null

/** One record of a dataset by the ids of its fields. */
export type DataRecord = Readonly<Record<string, FieldValue>>
