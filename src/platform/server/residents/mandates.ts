import { v7 as newUuid } from 'uuid'
import { type Actor, isResident, readerOf } from '#platform/kernel/actor.ts'
import type { JurisdictionId, OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { EntryActor } from '#platform/server/journal/index.ts'
import { mayLast, standingOf } from './domain/mandate-rules.ts'
import { findMandate, insertMandate, type MandateRow, withdrawMandate } from './mandate-store.ts'

/** What a mandate is to hold: who lets whom do what until when, and how the resident consented. */
export type MandateGiven = {
  readonly resident: { readonly id: PersonId; readonly name: string }
  readonly helper: Pick<Actor, 'person' | 'personName' | 'post' | 'organisation'>
  readonly matters: readonly string[] | null
  readonly until: Date
  readonly consent: { readonly by: 'session' | 'code' } | { readonly by: 'form'; readonly file: string }
  /** Where it lets act for an enterprise, not for the resident: what the resident is there. */
  readonly enterprise?: { readonly representation: string; readonly name: string } | undefined
}

/**
 * Puts a mandate on record, for both to read. Refuses: `residents.mandate.ends-before`, `residents.mandate.too-long`,
 * `residents.mandate.oneself`.
 */
export function decideMandate(
  { actor, now }: CommandCall,
  given: MandateGiven,
): Result<Decision<{ readonly mandate: string }>> {
  const { resident, helper, matters, until, consent, enterprise } = given
  const lasts = mayLast(until, now)
  if (!lasts.ok) return lasts
  if (helper.person === resident.id) return refuse('residents.mandate.oneself')
  const id = newUuid()
  const file = consent.by === 'form' ? consent.file : null
  const row: MandateRow = {
    ...{ id, version: 1, resident_id: resident.id, resident_name: resident.name },
    ...{
      helper_kind: isResident(helper) ? 'resident' : 'official',
      helper_id: helper.person,
      helper_name: helper.personName,
    },
    ...{ helper_post: isResident(helper) ? null : helper.post, matters, consent: consent.by, consent_file: file },
    ...{ given_at: now, ends_at: until, withdrawn_at: null },
    ...{ representation_id: enterprise?.representation ?? null, enterprise_name: enterprise?.name ?? null },
  }
  const payload = {
    consent: consent.by,
    matters: matters === null ? null : [...matters],
    until: until.toISOString(),
    file,
    ...(enterprise && { representation: enterprise.representation }),
  }
  const entry = entryOf(actor, row, {
    kind: 'residents.mandate.given',
    payload,
    readers: readersOf(row, helper.organisation),
    now,
  })
  return ok({ answer: { mandate: id }, entries: [entry], writes: [insertMandate(actor.jurisdiction, row)] })
}

/** Ends a mandate at once; either of the two may. Refuses: `record.unknown`, `residents.mandate.over`. */
export async function decideWithdrawal(
  tx: Transaction,
  { actor, now }: CommandCall,
  id: string,
): Promise<Result<Decision<{ readonly mandate: string }>>> {
  const row = await findMandate(tx, actor.jurisdiction, id)
  if (row === undefined || (row.resident_id !== actor.person && row.helper_id !== actor.person))
    return refuse('record.unknown')
  if (standingOf(row, now) !== 'in-force') return refuse('residents.mandate.over')
  const version = row.version + 1
  const by = row.resident_id === actor.person ? 'resident' : 'helper'
  const helpers = isResident(actor) ? undefined : actor.organisation
  const entry = entryOf(
    actor,
    { ...row, version },
    { kind: 'residents.mandate.withdrawn', payload: { by }, readers: readersOf(row, helpers), now },
  )
  return ok({
    answer: { mandate: id },
    entries: [entry],
    writes: [withdrawMandate(actor.jurisdiction, id, now, version)],
  })
}

/** Ends a mandate because what it rested on has ended. */
export function endMandate(
  row: MandateRow,
  {
    jurisdiction,
    actor,
    now,
  }: { readonly jurisdiction: JurisdictionId; readonly actor: EntryActor; readonly now: Date },
): Pick<Decision<unknown>, 'entries' | 'writes'> {
  const version = row.version + 1
  const told = {
    kind: 'residents.mandate.withdrawn',
    payload: { by: 'register' },
    readers: readersOf(row, undefined),
    now,
  }
  return {
    entries: [entryOf({ ...actor, jurisdiction }, { ...row, version }, told)],
    writes: [withdrawMandate(jurisdiction, row.id, now, version)],
  }
}

/** The resident, and the helper: for an official, the unit of the post. */
function readersOf(row: MandateRow, unit: OrganisationId | undefined): OrganisationId[] {
  const helper = row.helper_kind === 'resident' ? readerOf(row.helper_id) : unit
  return [readerOf(row.resident_id), ...(helper === undefined ? [] : [helper])]
}

function entryOf(
  { jurisdiction, ...actor }: EntryActor & { readonly jurisdiction: JurisdictionId },
  { id, version }: Pick<MandateRow, 'id' | 'version'>,
  told: { kind: string; payload: Record<string, string | string[] | null>; readers: OrganisationId[]; now: Date },
) {
  const { kind, payload, readers, now } = told
  return { jurisdiction, stream: `residents.mandate/${id}`, version, kind, payload, readers, actor, recordedAt: now }
}
