import { readerOfEnterprise } from '#platform/kernel/actor.ts'
import {
  catalogueAt,
  type LookAtMe,
  listConsentsBy,
  listLooksAtSubject,
  withdrawConsent,
} from '#platform/server/data-hub/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { ConsentView, LookView } from '../../contract/routes/looks.ts'
import type { PortalImplementer } from '../implementer.ts'
import { subjectOf } from '../subject.ts'

/** Who looked at my data, and what I agreed to: of the identity that was checked, so of nobody before it was. */
export function lookHandlers(os: PortalImplementer, services: Services) {
  return {
    looks: os.looks.handler(async ({ context: { call }, input }) => {
      const me = input.enterprise === undefined ? await subjectOf(services, call) : firmOf(call, input.enterprise)
      if (me === undefined) return { looks: [] }
      const before = input.before === undefined ? undefined : new Date(input.before)
      const seen = await listLooksAtSubject(services, me, before)
      return { looks: await viewsOf(services, call, seen) }
    }),
    consents: os.consents.handler(async ({ context: { call } }) => {
      const me = await subjectOf(services, call)
      const rows = me === undefined ? [] : await listConsentsBy(services, me)
      const { datasets } = catalogueAt(services.rules(), call.now.getTime())
      const named = (id: string) => ({
        id,
        name: datasets.get(id)?.name ?? id,
        english: datasets.get(id)?.english ?? id,
      })
      return {
        consents: rows.map(
          (row): ConsentView => ({
            ...{ consent: row.id, datasets: row.datasets.map(named), givenAt: row.given_at.toISOString() },
            ...{ endsAt: row.ends_at.toISOString(), withdrawnAt: row.withdrawn_at?.toISOString() ?? null },
            state: row.withdrawn_at !== null ? 'withdrawn' : row.ends_at <= call.now ? 'ended' : 'in-force',
          }),
        ),
      }
    }),
    withdrawConsent: os.withdrawConsent.handler(async ({ context: { call }, input }) => {
      const me = await subjectOf(services, call)
      const mine = me === undefined ? [] : await listConsentsBy(services, me)
      if (!mine.some(({ id }) => id === input.consent)) return { withdrawn: false }
      return { withdrawn: await withdrawConsent(services, input.consent, { person: call.actor.person }) }
    }),
  }
}

type Call = CallContext['call']

/** An enterprise, for whoever acts for it in everything. */
function firmOf({ actor }: Call, code: string) {
  if (!actor.standsFor?.includes(readerOfEnterprise(code))) return refused('residents.enterprise.none')
  return { kind: 'enterprise' as const, number: code }
}

const outcomes: Readonly<Record<LookAtMe['state'], LookView['outcome']>> = {
  ...{ asking: 'waiting', waiting: 'waiting', answered: 'answered', 'not-found': 'not-found' },
  ...{ refused: 'refused', 'gave-up': 'failed', wrong: 'failed' },
}

async function viewsOf({ rules }: Services, call: Call, looks: readonly LookAtMe[]): Promise<LookView[]> {
  const names = await call.read((tx) =>
    findNames(tx, call.actor.jurisdiction, {
      organisations: looks.flatMap(({ organisation, dataset }) => [organisation, dataset.owner ?? '']),
      posts: looks.flatMap(({ post }) => post ?? []),
    }),
  )
  return looks.map((look) => ({
    ...{ look: look.lookUp, at: look.at.toISOString(), case: look.case, fields: [...look.fields] },
    organisationName: names.organisation(look.organisation),
    postTitle: look.post === undefined ? null : names.post(look.post),
    matterName:
      rules().documentAt('matter', look.matter, look.at.getTime())?.name ?? purposes[look.matter] ?? look.matter,
    dataset: { id: look.dataset.id, name: look.dataset.name, english: look.dataset.english },
    ownerName: names.organisation(look.dataset.owner ?? ''),
    ...{ basis: look.basis ?? null, byConsent: look.consent !== undefined, outcome: outcomes[look.state] },
  }))
}

/** Purposes that are no matter. */
const purposes: Readonly<Record<string, string>> = { 'identity-check': '实名核验', 'enterprise-check': '企业身份核验' }
