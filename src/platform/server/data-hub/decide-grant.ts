import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findOrganisation } from '#platform/server/identity/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Grant } from './domain/grant.ts'
import { grantStream, type Held } from './entries.ts'
import { listGrantRows, saveGrant } from './grant-store.ts'
import { listKnownGrants } from './grants.ts'

/** A grant as an operator gives it. */
export type GrantGiven = Omit<Grant, 'id' | 'version'>

/** Gives a grant beside those of the pack, from today at the earliest and with an end. */
export async function decideGrant(
  tx: Transaction,
  call: CommandCall,
  catalogue: Catalogue,
  given: GrantGiven,
): Promise<Result<Decision<{ grant: string; entry: string }>>> {
  const { jurisdiction } = call.actor
  const dataset = catalogue.datasets.get(given.dataset)
  if (dataset === undefined) return refuse('data-hub.dataset.unknown', { dataset: given.dataset })
  if (dataset.sharing === 'not-shared') return refuse('data-hub.grant.not-shared', { dataset: dataset.name })
  const stray = given.fields.find((field) => !dataset.fields.some((one) => one.field === field))
  if (stray !== undefined) return refuse('data-hub.grant.field-unknown', { field: stray })
  const today = dateOf(call.now.getTime())
  if (given.effectiveFrom < today || given.until < given.effectiveFrom)
    return refuse('data-hub.grant.time-wrong', { today })
  const to = await findOrganisation(tx, jurisdiction, given.organisation)
  if (to === undefined) return refuse('data-hub.grant.organisation-unknown', { organisation: given.organisation })
  const grant: Grant = { ...given, id: v7(), version: 1 }
  const entry = entryOf(call, grant, { version: 1, kind: 'data-hub.grant.given', held: dataset })
  return ok({
    answer: { grant: grant.id, entry: entry.id },
    entries: [entry],
    writes: [saveGrant(jurisdiction, { id: grant.id, body: grant, ended_at: null, ended_reason: null, version: 1 })],
  })
}

/** Ends a grant now, of the pack or of an operator; look-ups from now on are refused. */
export async function decideGrantEnd(
  tx: Transaction,
  call: CommandCall,
  catalogue: Catalogue,
  { grant: id, reason }: { readonly grant: string; readonly reason: string },
): Promise<Result<Decision<{ entry: string }>>> {
  const { jurisdiction } = call.actor
  const [known, rows] = await Promise.all([
    listKnownGrants(tx, jurisdiction, catalogue),
    listGrantRows(tx, jurisdiction),
  ])
  const grant = known.find((one) => one.id === id)
  if (grant === undefined) return refuse('record.unknown')
  if (grant.endedAt !== undefined) return refuse('data-hub.grant.ended')
  const row = rows.find((one) => one.id === id) ?? { id, body: {}, ended_at: null, ended_reason: null, version: 0 }
  const version = row.version + 1
  const held = catalogue.datasets.get(grant.dataset)
  const entry = entryOf(call, grant, { version, kind: 'data-hub.grant.ended', held, reason })
  return ok({
    answer: { entry: entry.id },
    entries: [entry],
    writes: [saveGrant(jurisdiction, { ...row, ended_at: call.now, ended_reason: reason, version })],
  })
}

type Told = {
  readonly version: number
  readonly kind: string
  readonly held: Held | undefined
  readonly reason?: string
}

function entryOf({ actor, now }: CommandCall, grant: Grant, { version, kind, held, reason = '' }: Told) {
  const { jurisdiction, person, post, organisation } = actor
  return {
    ...{ id: newEntryId(), jurisdiction, stream: grantStream(grant.id), version, kind, recordedAt: now },
    actor: { person, post, organisation },
    readers: [...new Set([grant.organisation, organisation, ...(held ? [held.owner] : [])])] as OrganisationId[],
    payload: {
      ...{
        dataset: grant.dataset,
        fields: [...grant.fields],
        organisation: grant.organisation,
        matters: [...grant.matters],
      },
      ...{
        posts: grant.posts ? [...grant.posts] : null,
        ground: grant.ground,
        basis: grant.basis,
        until: grant.until,
        reason,
      },
      ...{ owner: held?.owner ?? null, datasetName: held?.name ?? grant.dataset },
    },
  }
}
