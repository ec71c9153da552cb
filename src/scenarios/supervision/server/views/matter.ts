import { readInstantPlace, tellInstantPlace } from '#platform/kernel/instant-place.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listPersonalLooks, type PersonalLook } from '#platform/server/personal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { MatterView } from '../../contract/views.ts'
import { listDutiesOf, listMatterDuties, type OwedDuty } from '../duty-store.ts'
import { listMatters, listOpened, type MatterRow } from '../matter-store.ts'
import { isOpener, mayLook, mayReadDuty, maySupervise } from '../reach.ts'
import { unitOfReader } from '../readers.ts'
import { matterStream } from '../streams.ts'
import { partyOf, presentOf, remainingOf } from './parts.ts'

type Call = CallContext['call']

/** One matter with its duties, for whoever has a part in it or watches over it. */
export function viewMatter(services: Services, call: Call, id: string): Promise<MatterView> {
  return call.read(async (tx) => {
    const [[matter], duties] = await Promise.all([
      listMatters(tx, call.actor.jurisdiction, [id]),
      listMatterDuties(tx, call.actor.jurisdiction, id),
    ])
    if (matter === undefined || !duties.some((duty) => mayReadDuty(call.actor, duty, matter))) refused('record.unknown')
    const looks = await looksAt(tx, call, matter)
    const names = await matterNames(tx, call, [{ matter, duties }], looks)
    return matterView(services, call, { matter, duties, looks }, names)
  })
}

const onPage = 50

/** A page of the matters that the post's unit opened, newest first; the offices see all. */
export function viewMatters(services: Services, call: Call, after: string | undefined) {
  return call.read(async (tx): Promise<{ matters: MatterView[]; next: string | null }> => {
    const { actor } = call
    const rows = await listOpened(tx, actor.jurisdiction, {
      opener: maySupervise(actor) ? undefined : actor.organisation,
      after: after === undefined ? undefined : readInstantPlace(after),
      limit: onPage,
    })
    const ids = rows.map(({ id }) => id)
    const byMatter = Map.groupBy(await listDutiesOf(tx, actor.jurisdiction, ids), ({ duty }) => duty.matter_id)
    const all = rows.map((matter) => ({ matter, duties: byMatter.get(matter.id) ?? [] }))
    const names = await matterNames(tx, call, all)
    const last = rows[onPage - 1]
    return {
      matters: all.map((one) => matterView(services, call, { ...one, looks: [] }, names)),
      next: last ? tellInstantPlace({ at: last.opened_at, id: last.id }) : null,
    }
  })
}

type WithDuties = { readonly matter: MatterRow; readonly duties: readonly OwedDuty[] }

/** Who saw in clear who complained. */
export function looksAt(tx: Transaction, { actor }: Pick<Call, 'actor'>, { id, has_complainant }: MatterRow) {
  return has_complainant ? listPersonalLooks(tx, actor.jurisdiction, matterStream(id)) : Promise.resolve([])
}

/** The names that matters mention. */
export function matterNames(
  tx: Transaction,
  call: Call,
  all: readonly WithDuties[],
  looks: readonly PersonalLook[] = [],
): Promise<Names> {
  return findNames(tx, call.actor.jurisdiction, {
    organisations: all.flatMap(({ matter, duties }) => [
      matter.opener_organisation,
      matter.lead_organisation,
      ...duties.map(({ obligation }) => obligation.debtor_organisation),
      ...(matter.readers ?? []).map(unitOfReader),
      ...looks.map((look) => look.organisation_id),
    ]),
    people: all.flatMap(({ matter, duties }) => [
      matter.opener_person,
      ...duties.map(({ obligation }) => obligation.debtor_person),
      ...looks.map((look) => look.person_id),
    ]),
    posts: [
      ...all.flatMap(({ matter }) => [matter.opener_post, ...(matter.readers ?? [])]),
      ...looks.map((look) => look.post_id),
    ],
  })
}

/** A matter as its page shows it. Who complained is hidden from everybody until they give a reason. */
export function matterView(
  services: Services,
  { actor, now }: Pick<Call, 'actor' | 'now'>,
  { matter, duties, looks }: WithDuties & { readonly looks: readonly PersonalLook[] },
  names: Names,
): MatterView {
  const rules = services.rules()
  const { withdrawn_at, withdrawn_reason } = matter
  return {
    ...{ matter: matter.id, title: matter.title, content: matter.content, source: matter.source },
    ...{ sourceTitle: matter.source_title, urgency: matter.urgency },
    complainant: matter.has_complainant
      ? { mayLook: mayLook(actor, rules, matter, duties), looks: looks.map((look) => lookView(look, names)) }
      : null,
    confidential: matter.readers?.map((reader) => readerName(reader, names)) ?? null,
    opener: `${names.organisation(matter.opener_organisation)}${names.post(matter.opener_post)} ${names.person(matter.opener_person)}`,
    openedAt: matter.opened_at.toISOString(),
    dueAt: matter.due_at.toISOString(),
    withdrawn: withdrawn_at && { at: withdrawn_at.toISOString(), reason: withdrawn_reason ?? '' },
    duties: duties.map(({ duty, obligation }) => ({
      ...{ duty: duty.id, part: duty.part, state: obligation.state, acknowledged: duty.acknowledged_at !== null },
      debtor: partyOf(names, obligation.debtor_organisation, obligation.debtor_person),
      level: presentOf(rules, obligation, now).level,
      remaining: remainingOf(rules, obligation, now),
    })),
    mayWithdraw: withdrawn_at === null && isOpener(actor, matter),
  }
}

function lookView({ organisation_id, post_id, person_id, at, reason }: PersonalLook, names: Names) {
  const by = `${names.organisation(organisation_id)}${names.post(post_id)} ${names.person(person_id)}`
  return { by, at: at.toISOString(), reason }
}

function readerName(reader: string, names: Names): string {
  const unit = unitOfReader(reader)
  return unit === reader ? names.organisation(reader) : `${names.organisation(unit)}${names.post(reader)}`
}
