import type { Problem } from '#platform/contract/problem.ts'
import { type RefusalTable, tell } from '#platform/contract/refusal-registry.ts'
import type { Refused } from './refused.ts'

/** A refusal as problem details; the sentence that is missing from the registry is a bug and throws. */
export function problemOf(refused: Refused, table: RefusalTable, trace: string): Problem {
  const { code, facts } = refused.refusal
  const text = table[code]
  if (text === undefined) throw new Error(`the refusal ${code} is not in the registry`)
  return {
    type: `urn:xianqu:refusal:${code}`,
    status: text.status,
    code,
    title: tell(text.zh, { trace, ...facts }),
    detail: tell(text.en, { trace, ...facts }, ', '),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(refused.issues.length > 0 ? { issues: [...refused.issues] } : {}),
    trace,
  }
}
