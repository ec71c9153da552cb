import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import { type EntryActor, type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import type { LookUpState } from './domain/look-up.ts'
import type { LookUpRow } from './look-up-row.ts'

/** The stream of a look-up; of what a look-up brings the record holds nothing. */
export const lookUpStream = (id: string) => `data-hub.look-up/${id}`
export const consentStream = (id: string) => `data-hub.consent/${id}`
export const grantStream = (id: string) => `data-hub.grant/${id}`
export const tableStream = (dataset: string) => `data-hub.table/${dataset}`
export const disputeStream = (id: string) => `data-hub.dispute/${id}`

const kinds: Readonly<Record<LookUpState, string>> = {
  asking: 'data-hub.look-up.asked',
  waiting: 'data-hub.look-up.unanswered',
  answered: 'data-hub.look-up.answered',
  'not-found': 'data-hub.look-up.not-found',
  wrong: 'data-hub.look-up.wrong',
  'gave-up': 'data-hub.look-up.gave-up',
  refused: 'data-hub.look-up.refused',
}

/** What an entry says of the dataset: whose it is, and what people call it. */
export type Held = { readonly owner: string; readonly name: string }

/** The entry of a look-up as it stands after a turn: who, for which case, on which ground, how it went. */
export function lookUpEntry(jurisdiction: JurisdictionId, row: LookUpRow, held: Held | undefined, now: Date): NewEntry {
  const first = row.version === 1
  return {
    ...{ id: newEntryId(), jurisdiction, stream: lookUpStream(row.id), version: row.version, kind: kinds[row.state] },
    ...{ recordedAt: now, actor: first ? actorOf(row) : { system: 'data-hub' } },
    ...(row.grant_id === null ? {} : { rule: { id: row.grant_id, version: String(row.dataset_version) } }),
    readers: [row.organisation, ...(held === undefined ? [] : [held.owner])] as OrganisationId[],
    payload: {
      ...{
        dataset: row.dataset,
        datasetName: held?.name ?? row.dataset,
        datasetVersion: row.dataset_version,
        fields: [...row.fields],
        organisation: row.organisation,
      },
      ...{
        matter: row.matter,
        case: row.case_id,
        basis: row.basis,
        consent: row.consent_id,
        owner: held?.owner ?? null,
      },
      ...{ subject: row.subject_hash.toString('hex'), reason: row.reason },
      ...{ retryAt: row.next_at?.toISOString() ?? null, asOf: row.as_of },
    },
  }
}

/** The entry of a look-up that another case took over: from then on it is that case's. */
export function boundEntry(
  jurisdiction: JurisdictionId,
  { row, before, dataset }: { readonly row: LookUpRow; readonly before: LookUpRow; readonly dataset: Held | undefined },
  now: Date,
): NewEntry {
  const entry = lookUpEntry(jurisdiction, row, dataset, now)
  return { ...entry, kind: 'data-hub.look-up.bound', payload: { ...entry.payload, askedFor: before.case_id } }
}

function actorOf({ person, post, organisation }: LookUpRow): EntryActor {
  if (person === null) return { system: 'data-hub' }
  return {
    person: person as PersonId,
    organisation: organisation as OrganisationId,
    ...(post === null ? {} : { post: post as PostId }),
  }
}
