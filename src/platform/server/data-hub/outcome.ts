import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { DataRecord } from './domain/dataset.ts'
import type { NotGranted } from './domain/grant.ts'
import type { WrongAnswer } from './domain/read-answer.ts'
import type { LookUpRow } from './look-up-row.ts'

/** How a look-up stands. `lookUp` names it in the record, in `collectAnswer` and in a dispute. */
export type LookUpOutcome = { readonly lookUp: string; readonly dataset: string; readonly datasetVersion: number } & (
  | {
      readonly kind: 'answered'
      readonly records: readonly DataRecord[]
      /** The date of the data as its owner tells it. */
      readonly asOf: string | undefined
      readonly answeredAt: Date
    }
  | { readonly kind: 'not-found'; readonly asOf: string | undefined; readonly answeredAt: Date }
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAt: Date; readonly until: Date }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'wrong-answer'; readonly reason: WrongAnswer; readonly field: string | undefined }
  | { readonly kind: 'not-granted'; readonly reason: NotGranted | 'dataset-unknown' }
  /** It was answered, and the answer has been forgotten since; ask anew. */
  | { readonly kind: 'forgotten'; readonly answeredAt: Date }
)

/** The outcome on record. */
export function outcomeOf(personalData: PersonalData, row: LookUpRow): LookUpOutcome {
  const about = { lookUp: row.id, dataset: row.dataset, datasetVersion: row.dataset_version }
  const reason = row.reason ?? ''
  const answeredAt = row.ended_at ?? row.asked_at
  switch (row.state) {
    case 'asking':
    case 'waiting':
      return { ...about, kind: 'waiting', reason, retryAt: row.next_at ?? row.until, until: row.until }
    case 'answered': {
      if (row.answer === null) return { ...about, kind: 'forgotten', answeredAt }
      const records = JSON.parse(personalData.open(row.answer, answerPlace(row.id))) as DataRecord[]
      return { ...about, kind: 'answered', records, asOf: row.as_of ?? undefined, answeredAt }
    }
    case 'not-found':
      return { ...about, kind: 'not-found', asOf: row.as_of ?? undefined, answeredAt }
    case 'gave-up':
      return { ...about, kind: 'unavailable', reason }
    case 'wrong': {
      const [why = '', field] = reason.split(':')
      return { ...about, kind: 'wrong-answer', reason: why as WrongAnswer, field }
    }
    case 'refused':
      return { ...about, kind: 'not-granted', reason: reason as NotGranted }
  }
}

/** Where the answer of a look-up is sealed. */
export const answerPlace = (lookUp: string) => `data-hub.look-up/${lookUp}/answer`
/** Where number and name are, while it waits. */
export const subjectPlace = (lookUp: string) => `data-hub.look-up/${lookUp}/subject`
