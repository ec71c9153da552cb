/** How one refusal is told: the HTTP status, how loudly it is logged, and the sentence in both languages. */
export type RefusalText = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 428 | 429 | 500 | 503
  readonly level: 'info' | 'warn' | 'error'
  /** Fact, state and remedy; `{name}` takes the value from the refusal's facts. */
  readonly zh: string
  readonly en: string
}

/** Refusals by code. */
export type RefusalTable = Readonly<Record<string, RefusalText>>

/**
 * Declares the refusals of one room.
 * @example
 * export const refusals = defineRefusals({
 *   'journal.entry.unknown': { status: 404, level: 'info', zh: '没有编号为 {entry} 的记录。', en: 'There is no entry {entry}.' },
 * })
 */
export function defineRefusals<const T extends RefusalTable>(table: T): T {
  return table
}

/** Puts several tables together; a code that two rooms claim is a bug and throws. */
export function mergeRefusals(tables: readonly RefusalTable[]): RefusalTable {
  const merged: Record<string, RefusalText> = {}
  for (const table of tables)
    for (const [code, text] of Object.entries(table)) {
      if (merged[code] !== undefined && merged[code] !== text) throw new Error(`two refusals share the code ${code}`)
      merged[code] = text
    }
  return merged
}

const chinaTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

/**
 * Fills the placeholders of a sentence; a list is joined with 、 or commas by its language, and an instant is told as people write
 * it: `2026-11-22 15:55`.
 */
export function tell(
  sentence: string,
  facts: Readonly<Record<string, string | number | readonly string[]>>,
  comma = '、',
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    if (value === undefined) return whole
    if (typeof value === 'object') return value.join(comma)
    return typeof value === 'string' && instant.test(value) ? chinaTime.format(new Date(value)) : String(value)
  })
}
