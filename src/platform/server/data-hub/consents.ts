import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { appendEntries, type EntryActor, type NewEntry } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type ConsentRow, insertConsent, listConsentsOf, lockConsent, withdrawConsentRow } from './consent-store.ts'
import { consentStream, lookUpEntry } from './entries.ts'
import { datasetOfLookUp } from './look-up.ts'
import { listUnderConsent, turnLookUp } from './look-up-store.ts'
import { hashOfSubject, type Subject } from './subject.ts'

/** A consent as a person gives it. */
export type ConsentGiven = {
  /** A UUID of the caller's own; a repeat changes nothing. */
  readonly id?: string | undefined
  readonly subject: Subject
  readonly case: string
  readonly datasets: readonly string[]
  readonly endsAt: Date
  /** `self` on one's own phone, or the organisation at whose counter it was signed. */
  readonly givenBy: string
  readonly actor: EntryActor
}

/** Puts the consent of a person to look-ups for one case on record; gives its id. */
export async function giveConsent(services: Services, given: ConsentGiven): Promise<string> {
  const { database, jurisdiction, clock, personalData } = services
  const now = clock.now()
  const row: ConsentRow = {
    ...{ id: given.id ?? v7(), subject_hash: hashOfSubject(personalData, given.subject), case_id: given.case },
    ...{ datasets: given.datasets, given_at: now, ends_at: given.endsAt, given_by: given.givenBy },
    ...{ withdrawn_at: null, version: 1 },
  }
  await database.asSystem(jurisdiction, async (tx) => {
    if (!(await insertConsent(tx, jurisdiction, row))) return
    await appendEntries(tx, [entryOf(services, row, 'data-hub.consent.given', given.actor)])
  })
  return row.id
}

/**
 * Withdraws a consent: from now on nothing is looked up under it; what waits is stopped, an answer on its way is thrown away, and answers
 * that are kept are forgotten. What was decided before stays decided. False where there is none, or it was withdrawn already.
 */
export async function withdrawConsent(services: Services, id: string, actor: EntryActor): Promise<boolean> {
  const { database, jurisdiction, clock } = services
  const now = clock.now()
  return database.asSystem(jurisdiction, async (tx) => {
    const row = await lockConsent(tx, jurisdiction, id)
    if (row === undefined || row.withdrawn_at !== null) return false
    await withdrawConsentRow(tx, jurisdiction, id, now)
    const withdrawn = { ...row, withdrawn_at: now, version: row.version + 1 }
    const entries = [entryOf(services, withdrawn, 'data-hub.consent.withdrawn', actor)]
    for (const look of await listUnderConsent(tx, jurisdiction, id)) {
      const waits = look.next_at !== null
      const turn = {
        ...{ attempts: look.attempts, next_at: null, as_of: look.as_of, answer: null, forget_at: null },
        ...(waits
          ? { state: 'refused' as const, reason: 'consent-withdrawn', ended_at: now }
          : { state: look.state, reason: look.reason, ended_at: look.ended_at }),
      }
      await turnLookUp(tx, jurisdiction, look, turn)
      const turned = { ...look, ...turn, version: look.version + 1 }
      const entry = lookUpEntry(jurisdiction, turned, datasetOfLookUp(services, look, now), now)
      entries.push(waits ? entry : { ...entry, kind: 'data-hub.look-up.forgotten' })
    }
    await appendEntries(tx, entries)
    return true
  })
}

/** The consents of a person, for the person. */
export function listConsentsBy(services: Services, subject: Subject): Promise<ConsentRow[]> {
  const { database, jurisdiction, personalData } = services
  const hash = hashOfSubject(personalData, subject)
  return database.asSystem(jurisdiction, (tx) => listConsentsOf(tx, jurisdiction, hash))
}

function entryOf({ jurisdiction, clock }: Services, row: ConsentRow, kind: string, actor: EntryActor): NewEntry {
  const readers = (row.given_by === 'self' ? [] : [row.given_by]) as OrganisationId[]
  return {
    ...{
      jurisdiction,
      stream: consentStream(row.id),
      version: row.version,
      kind,
      recordedAt: clock.now(),
      actor,
      readers,
    },
    payload: {
      ...{ case: row.case_id, datasets: [...row.datasets], endsAt: row.ends_at.toISOString(), givenBy: row.given_by },
      subject: row.subject_hash.toString('hex'),
    },
  }
}
