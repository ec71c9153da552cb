import type { Services } from '#platform/server/scenario/index.ts'
import { catalogueAt, datasetOf } from './catalogue.ts'
import type { LookUpState } from './domain/look-up.ts'
import { listLooksAt } from './looks-store.ts'
import { hashOfSubject, type Subject } from './subject.ts'

/** One look at somebody's data, as that person sees it: everything but the values. */
export type LookAtMe = {
  readonly lookUp: string
  readonly at: Date
  readonly organisation: string
  readonly post: string | undefined
  readonly matter: string
  readonly case: string
  readonly dataset: {
    readonly id: string
    readonly name: string
    readonly english: string
    readonly owner: string | undefined
  }
  readonly fields: readonly { readonly id: string; readonly name: string; readonly english: string }[]
  /** The law; with `consent`, that the person agreed. */
  readonly basis: string | undefined
  readonly consent: string | undefined
  readonly state: LookUpState
  readonly reason: string | undefined
}

/** Who looked at a person's or enterprise's data, the last first: refused look-ups too. Fifty at a time; `before` pages on. */
export async function listLooksAtSubject(
  services: Services,
  subject: Subject,
  before: Date = new Date(8_640_000_000_000_000 / 2),
): Promise<readonly LookAtMe[]> {
  const { database, jurisdiction, personalData, rules, clock } = services
  const hash = hashOfSubject(personalData, subject)
  const rows = await database.asSystem(jurisdiction, (tx) =>
    listLooksAt(tx, jurisdiction, { subject: hash, before, limit: 50 }),
  )
  const catalogue = catalogueAt(rules(), clock.now().getTime())
  return rows.map((row) => {
    const dataset = datasetOf(rules(), catalogue, row.dataset, row.dataset_version)
    return {
      ...{ lookUp: row.id, at: row.asked_at, organisation: row.organisation, post: row.post ?? undefined },
      ...{ matter: row.matter, case: row.case_id, state: row.state, reason: row.reason ?? undefined },
      ...{ basis: row.basis ?? undefined, consent: row.consent_id ?? undefined },
      dataset: {
        ...{ id: row.dataset, name: dataset?.name ?? row.dataset, english: dataset?.english ?? row.dataset },
        owner: dataset?.owner,
      },
      fields: row.fields.map((id) => ({
        ...{ id, name: catalogue.dictionary.get(id)?.name ?? id },
        english: catalogue.dictionary.get(id)?.english ?? id,
      })),
    }
  })
}
