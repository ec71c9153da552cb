import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listObligationsById, type ObligationRow } from '#platform/server/obligations/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { type CaseRow, caseOf, type StepRow } from './case-row.ts'
import { findCase, listSteps } from './case-store.ts'
import { openContents } from './contents.ts'
import type { Case } from './domain/case.ts'
import type { CaseContents } from './domain/contents.ts'
import type { Matter } from './domain/matter.ts'

/** A case as a command takes it up: its row, its matter at the case's version, its steps with what is owed for them. */
export type CaseInHand = {
  readonly row: CaseRow
  readonly case: Case
  readonly matter: Matter
  readonly steps: readonly StepRow[]
  readonly obligations: readonly ObligationRow[]
  readonly contents: CaseContents
}

/** Takes a case up; nothing where the transaction may not see it. */
export async function findInHand(
  tx: Transaction,
  parts: { readonly jurisdiction: string; readonly rules: CountyRules; readonly personal: PersonalData },
  id: string,
): Promise<CaseInHand | undefined> {
  const [row, steps] = await Promise.all([findCase(tx, parts.jurisdiction, id), listSteps(tx, parts.jurisdiction, id)])
  if (row === undefined) return undefined
  const owed = steps.filter(isOpen).map(({ obligation_id }) => obligation_id)
  return {
    ...{ row, steps, case: caseOf(row), matter: matterOf(parts.rules, row) },
    obligations: await listObligationsById(tx, parts.jurisdiction, owed),
    contents: openContents(parts.personal, id, row.sealed),
  }
}

/** The matter of a case, at the version under which it began. */
export function matterOf(rules: CountyRules, row: Pick<CaseRow, 'matter' | 'matter_version'>): Matter {
  const found = rules.versions('matter').find(({ id, version }) => id === row.matter && version === row.matter_version)
  if (found === undefined) throw new Error(`the pack has lost the matter ${row.matter}@${row.matter_version}`)
  return found
}

/** Whether a step is still owed. */
export function isOpen({ state }: StepRow): boolean {
  return state === 'open' || state === 'correcting'
}
