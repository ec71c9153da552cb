import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { caseStream } from './case-row.ts'
import type { CaseContents } from './domain/contents.ts'

/** Seals the contents of a case for that case. */
export function sealContents(personal: PersonalData, id: string, contents: CaseContents): Buffer {
  return personal.seal(JSON.stringify(contents), caseStream(id))
}

/** The contents of a case. */
export function openContents(personal: PersonalData, id: string, sealed: Buffer): CaseContents {
  return JSON.parse(personal.open(sealed, caseStream(id))) as CaseContents
}
