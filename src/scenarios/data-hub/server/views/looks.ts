import { catalogueAt, type LookUpRow, listLooks } from '#platform/server/data-hub/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { LookView } from '../../contract/parts.ts'
import type { LookUpState } from '../../contract/words.ts'
import { unitsOf } from '../reach.ts'
import { matterNames } from './matter-names.ts'

const page = 50

/** Look-ups of units in reach, and of data that they own. */
export function viewLooks(
  services: Services,
  { actor, now, read }: CallContext['call'],
  wanted: { dataset?: string | undefined; state?: LookUpState | undefined; before?: string | undefined },
): Promise<{ looks: LookView[]; more: boolean }> {
  const organisations = unitsOf(actor, 'data-hub.looks')
  const { datasets } = catalogueAt(services.rules(), now.getTime())
  const owned = [...datasets.values()].filter(({ owner }) => organisations?.includes(owner)).map(({ id }) => id)
  return read(async (tx) => {
    const rows = await listLooks(tx, actor.jurisdiction, {
      ...{ organisations, owned, dataset: wanted.dataset, state: wanted.state, limit: page + 1 },
      before: wanted.before === undefined ? new Date(now.getTime() + 60_000) : new Date(wanted.before),
    })
    return { looks: await looksWithNames(services, tx, rows.slice(0, page)), more: rows.length > page }
  })
}

/** Look-ups as a screen shows them. */
export async function looksWithNames(
  services: Services,
  tx: Transaction,
  rows: readonly LookUpRow[],
): Promise<LookView[]> {
  const { datasets, dictionary } = catalogueAt(services.rules(), services.clock.now().getTime())
  const matter = matterNames(services, services.clock.now())
  const names = await findNames(tx, services.jurisdiction, {
    organisations: rows.map(({ organisation }) => organisation),
    posts: rows.map(({ post }) => post),
  })
  return rows.map((row) => ({
    ...{
      lookUp: row.id,
      at: row.asked_at.toISOString(),
      matter: matter(row.matter),
      case: row.case_id,
      dataset: row.dataset,
    },
    organisation: { id: row.organisation, name: names.organisation(row.organisation) },
    post: row.post === null ? null : names.post(row.post),
    datasetName: datasets.get(row.dataset)?.name ?? row.dataset,
    fields: row.fields.map((id) => ({ id, name: dictionary.get(id)?.name ?? id })),
    ...{ state: row.state, reason: row.reason, basis: row.basis, byConsent: row.consent_id !== null },
    milliseconds: row.ended_at === null ? null : row.ended_at.getTime() - row.asked_at.getTime(),
  }))
}
