import { orRefuse } from '#platform/server/http/index.ts'
import { readApart } from '#platform/server/rules/index.ts'
import type { Checked } from '../contract/parts.ts'

/** What a document decides, and every expression of it that cannot be read. */
export async function checkDocument(xml: string): Promise<Checked> {
  const { decisions, faults } = orRefuse(await readApart(xml))
  return {
    decisions: decisions.map(({ name, facts }) => ({ name, facts: [...facts] })),
    faults: faults.map(({ decision, text, row, line }) => ({ decision, text, row: row ?? null, line })),
  }
}
