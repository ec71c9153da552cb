import { readIdentityNumber } from '#platform/kernel/personal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'

/** Whom a look-up is about. */
export type Subject = {
  readonly kind: 'person' | 'enterprise'
  readonly number: string
  /** Where it is known: a record under another name is then a wrong answer. */
  readonly name?: string | undefined
}

/** The same number however it was typed: an identity number as the standard has it, anything else in capitals without blanks. */
export function plainNumber({ kind, number }: Subject): string {
  const read = kind === 'person' ? readIdentityNumber(number) : undefined
  return read && 'number' in read ? read.number : number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** The keyed hash under which looks at somebody are found. */
export function hashOfSubject(personalData: PersonalData, subject: Subject): Buffer {
  return personalData.hash(subject.kind, plainNumber(subject))
}
