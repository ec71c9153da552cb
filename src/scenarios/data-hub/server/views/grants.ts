import { dateOf } from '#platform/kernel/working-time/index.ts'
import { type Catalogue, catalogueAt, type KnownGrant, listKnownGrants } from '#platform/server/data-hub/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { GrantView } from '../../contract/parts.ts'
import { reaches } from '../reach.ts'
import { matterNames } from './matter-names.ts'

type Call = CallContext['call']

/** Every grant, of one dataset where one is named; those that hold stand first. */
export function viewGrants(services: Services, call: Call, dataset?: string): Promise<GrantView[]> {
  const { actor, now, read } = call
  const catalogue = catalogueAt(services.rules(), now.getTime())
  return read(async (tx) => {
    const all = await listKnownGrants(tx, actor.jurisdiction, catalogue)
    const wanted = all.filter((grant) => dataset === undefined || grant.dataset === dataset)
    const names = await findNames(tx, actor.jurisdiction, {
      organisations: wanted.map(({ organisation }) => organisation),
      posts: wanted.flatMap(({ organisation, posts = [] }) => posts.map((post) => `${organisation}.${post}`)),
    })
    const matter = matterNames(services, now)
    const views = wanted.map((grant) => viewOf(call, { catalogue, names, matter }, grant))
    return views.sort((a, b) => order(a) - order(b) || a.datasetName.localeCompare(b.datasetName, 'zh'))
  })
}

/** Where a grant stands on a day. */
export function stateOf(grant: KnownGrant, today: string): GrantView['state'] {
  if (grant.endedAt !== undefined) return 'ended'
  if (grant.until < today) return 'over'
  return grant.effectiveFrom > today ? 'later' : 'holds'
}

function order({ state }: GrantView): number {
  return ['holds', 'later', 'over', 'ended'].indexOf(state)
}

type Facts = { readonly catalogue: Catalogue; readonly names: Names; readonly matter: (id: string) => string }

function viewOf({ actor, now }: Call, { catalogue, names, matter }: Facts, grant: KnownGrant): GrantView {
  const dataset = catalogue.datasets.get(grant.dataset)
  const state = stateOf(grant, dateOf(now.getTime()))
  return {
    ...{
      grant: grant.id,
      dataset: grant.dataset,
      datasetName: dataset?.name ?? grant.dataset,
      state,
      origin: grant.from,
    },
    organisation: { id: grant.organisation, name: names.organisation(grant.organisation) },
    posts:
      grant.posts?.map((post) => (post === 'machine' ? '自动办理' : names.post(`${grant.organisation}.${post}`))) ??
      null,
    fields: grant.fields.map((field) => catalogue.dictionary.get(field)?.name ?? field),
    ...{
      matters: grant.matters.map(matter),
      ground: grant.ground,
      basis: grant.basis,
      from: grant.effectiveFrom,
      until: grant.until,
    },
    endedReason: grant.endedReason ?? null,
    mayEnd: (state === 'holds' || state === 'later') && reaches(actor, 'data-hub.grant', dataset?.owner ?? ''),
  }
}
