import { v7 } from 'uuid'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import { after } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type Catalogue, catalogueAt, type Dataset } from './catalogue.ts'
import { type ConsentRow, listConsentsFor } from './consent-store.ts'
import { type Consent, findGrant, type Grant } from './domain/grant.ts'
import { bindLookUp } from './earlier-store.ts'
import { boundEntry, lookUpEntry } from './entries.ts'
import { listGrants } from './grants.ts'
import type { LookUpAsk } from './look-up-ask.ts'
import type { LookUpRow } from './look-up-row.ts'
import { insertLookUps, listLookUps } from './look-up-store.ts'
import { subjectPlace } from './outcome.ts'
import { hashOfSubject, plainNumber } from './subject.ts'
import { findEarlier } from './take-over.ts'

/** A look-up on record, and whether it was put there just now; `before` is one that was taken over, as it was. */
export type OpenedLookUp = {
  readonly row: LookUpRow
  readonly isNew: boolean
  readonly dataset: Dataset | undefined
  readonly before?: LookUpRow
}

/** Longer than any agreed time to answer: what is not over by then was left by a process that died. */
const leaseMilliseconds = 60_000
const attempts = 4

/** Puts look-ups on record, refused ones too, in one transaction and in the order asked; a repeat of an id changes nothing. */
export async function openLookUps(services: Services, asks: readonly LookUpAsk[]): Promise<readonly OpenedLookUp[]> {
  const { database, jurisdiction, clock, rules } = services
  const identified = asks.map((ask) => ({ ...ask, id: ask.id ?? v7() }))
  const now = clock.now()
  const catalogue = catalogueAt(rules(), now.getTime())
  for (let attempt = 1; ; attempt += 1)
    try {
      return await database.asSystem(jurisdiction, (tx) => openIn(tx, services, catalogue, identified, now))
    } catch (error) {
      // Somebody has opened or taken over one of them at the same time: the next look finds it.
      if ((error as { code?: string }).code !== '23505' || attempt === attempts) throw error
    }
}

type Identified = LookUpAsk & { readonly id: string }

async function openIn(
  tx: Transaction,
  services: Services,
  catalogue: Catalogue,
  asks: readonly Identified[],
  now: Date,
): Promise<readonly OpenedLookUp[]> {
  const { jurisdiction } = services
  const subjects = asks.map(({ subject }) => hashOfSubject(services.personalData, subject))
  const cases = asks.map(({ purpose }) => purpose.case)
  const ids = asks.map(({ id }) => id)
  const [present, consents, grants, earlier] = await Promise.all([
    listLookUps(tx, jurisdiction, ids),
    listConsentsFor(tx, jurisdiction, { subjects, cases }),
    listGrants(tx, jurisdiction, catalogue),
    findEarlier(tx, services, catalogue, asks, now),
  ])
  const opened = asks.map((ask): OpenedLookUp => {
    const dataset = catalogue.datasets.get(ask.dataset)
    const row = present.find(({ id }) => id === ask.id)
    if (row !== undefined) return { row: assertSame(services, row, ask), isNew: false, dataset }
    const consent = consentFor(ask, consents)
    const decided = decide(services, { ask, dataset, grants, consent, now })
    const before = earlier.get(ask)
    if (before === undefined || decided.grant_id === null) return { row: decided, isNew: true, dataset }
    if (before.case_id === ask.purpose.case) return { row: before, isNew: false, dataset }
    const bound = { ...before, case_id: ask.purpose.case, version: before.version + 1 }
    return { row: bound, isNew: false, dataset, before }
  })
  await record(tx, jurisdiction, opened, now)
  return opened
}

/** Records what is new and what was taken over, in one round trip with the commit. */
async function record(tx: Transaction, jurisdiction: JurisdictionId, opened: readonly OpenedLookUp[], now: Date) {
  const fresh = opened.filter(({ isNew }) => isNew)
  const bound = opened.flatMap(({ row, before, dataset }) => (before ? [{ row, before, dataset }] : []))
  if (fresh.length + bound.length === 0) return
  const append = appendStatement([
    ...fresh.map(({ row, dataset }) => lookUpEntry(jurisdiction, row, dataset, now)),
    ...bound.map((one) => boundEntry(jurisdiction, one, now)),
  ])
  const rows = fresh.map(({ row }) => row)
  await Promise.all([
    ...(rows.length > 0 ? [insertLookUps(tx, jurisdiction, rows)] : []),
    ...bound.map(({ row: { case_id }, before }) => bindLookUp(tx, jurisdiction, { ...before, case_id })),
    tx.finish(append.name, append.text, append.values),
  ])
}

type Deciding = {
  readonly ask: Identified
  readonly dataset: Dataset | undefined
  readonly grants: readonly Grant[]
  readonly consent: ConsentRow | undefined
  readonly now: Date
}

function decide(services: Services, { ask, dataset, grants, consent, now }: Deciding): LookUpRow {
  const { personalData, rules } = services
  const hash = hashOfSubject(personalData, ask.subject)
  const found = dataset
    ? findGrant(
        dataset,
        grants,
        { ...ask.purpose, ...ask.actor, post: ask.actor.post, fields: ask.fields },
        consentOf(consent, hash),
        now.getTime(),
      )
    : { reason: 'dataset-unknown' as const }
  const grant = 'grant' in found ? found.grant : undefined
  const subject = { number: plainNumber(ask.subject), name: ask.subject.name }
  const until = dataset ? new Date(after(rules().calendar, now.getTime(), dataset.answer.giveUpAfter)) : now
  return {
    ...{ id: ask.id, dataset: ask.dataset, dataset_version: dataset?.version ?? 0, fields: ask.fields },
    ...{ organisation: ask.actor.organisation, post: ask.actor.post ?? null, person: ask.actor.person ?? null },
    ...{
      matter: ask.purpose.matter,
      case_id: ask.purpose.case,
      grant_id: grant?.id ?? null,
      basis: grant?.basis ?? null,
    },
    consent_id: grant?.ground === 'consent' ? (consent?.id ?? null) : null,
    subject_hash: hash,
    subject: grant ? personalData.seal(JSON.stringify(subject), subjectPlace(ask.id)) : null,
    ...(grant
      ? { state: 'asking', reason: null, next_at: new Date(now.getTime() + leaseMilliseconds), ended_at: null }
      : { state: 'refused', reason: 'reason' in found ? found.reason : null, next_at: null, ended_at: now }),
    ...{ attempts: grant ? 1 : 0, asked_at: now, until, as_of: null, answer: null, forget_at: null, version: 1 },
  }
}

/** The consent that is named, or else the last that was given for this case and dataset. */
function consentFor({ dataset, purpose }: Identified, consents: readonly ConsentRow[]): ConsentRow | undefined {
  if (purpose.consent !== undefined) return consents.find(({ id }) => id === purpose.consent)
  return consents.find((one) => one.case_id === purpose.case && one.datasets.includes(dataset))
}

/** A consent counts only for whoever gave it. */
function consentOf(row: ConsentRow | undefined, subject: Buffer): Consent | undefined {
  if (row === undefined || !row.subject_hash.equals(subject)) return undefined
  const { id, case_id, datasets, given_at, ends_at, withdrawn_at } = row
  return { id, case: case_id, datasets, givenAt: given_at, endsAt: ends_at, withdrawnAt: withdrawn_at }
}

function assertSame({ personalData }: Services, row: LookUpRow, ask: Identified): LookUpRow {
  const same =
    row.dataset === ask.dataset &&
    row.case_id === ask.purpose.case &&
    row.subject_hash.equals(hashOfSubject(personalData, ask.subject))
  if (!same) throw new Error(`the look-up ${ask.id} is on record for something else`)
  return row
}
