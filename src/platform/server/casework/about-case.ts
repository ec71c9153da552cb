import type { CaseInHand } from './in-hand.ts'

/** Whose case an entry tells of: what the notices to an applicant are made from. */
export type About = {
  readonly number: string
  readonly matter: string
  readonly name: string
  /** The person on whose page it stands; null for enterprises and units. */
  readonly resident: string | null
  /** Of an enterprise, whose name and code are public. */
  readonly enterprise?: { readonly code: string; readonly name: string }
}

/** What each entry of a case says of it. */
export function aboutCase({ row, matter, contents }: Pick<CaseInHand, 'row' | 'matter' | 'contents'>): About {
  const about = { number: row.number, matter: row.matter, name: matter.name, resident: row.resident_id }
  if (row.applicant_kind !== 'enterprise') return about
  return { ...about, enterprise: { code: contents.applicant.number, name: contents.applicant.name } }
}
