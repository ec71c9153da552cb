import type { Transaction } from '#platform/server/database/index.ts'
import { type FileRow, listFiles } from '#platform/server/files/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import { levelInstants, obligationStream, rulesOfObligation } from '#platform/server/obligations/index.ts'
import type { PersonalLook } from '#platform/server/personal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DutyDetail, LadderView } from '../../contract/views.ts'
import { dutyRulesOf } from '../duty-in-hand.ts'
import { listDuties, listMatterDuties, type OwedDuty } from '../duty-store.ts'
import { listLooks } from '../look-store.ts'
import { listMatters, type MatterRow } from '../matter-store.ts'
import { mayReadDuty } from '../reach.ts'
import { unitOfReader } from '../readers.ts'
import { listRequests, type RequestRow } from '../request-store.ts'
import { dutyStream } from '../streams.ts'
import { looksAt, matterView } from './matter.ts'
import { mayOf } from './may.ts'
import { partyOf, presentOf, remainingOf } from './parts.ts'
import { passingsOf } from './passings.ts'
import { requestView } from './request-view.ts'
import { mentionedIn, trailOf } from './trail.ts'

type Call = CallContext['call']

/** All that the page of a duty tells. */
type DutyStory = {
  readonly owed: OwedDuty
  readonly matter: MatterRow
  readonly siblings: readonly OwedDuty[]
  readonly requests: readonly RequestRow[]
  readonly entries: readonly StoryEntry[]
  readonly looks: Awaited<ReturnType<typeof listLooks>>
  /** Who was shown who complained. */
  readonly shown: readonly PersonalLook[]
  readonly files: ReadonlyMap<string, FileRow>
  readonly names: Names
}

/** One duty: what, clock and ladder, next action, why on each passing, trail. */
export function viewDuty(services: Services, call: Call, id: string): Promise<DutyDetail> {
  return call.read(async (tx) => detailOf(services, call, await readStory(services, call, tx, id)))
}

function detailOf(services: Services, call: Call, story: DutyStory): DutyDetail {
  const rules = services.rules()
  const { owed, matter, names, requests } = story
  const { duty, obligation } = owed
  const { limits } = dutyRulesOf(rules, matter)
  const present = presentOf(rules, obligation, call.now)
  return {
    ...{ duty: duty.id, version: duty.version, part: duty.part, state: obligation.state, level: present.level },
    matter: matterView(services, call, { matter, duties: story.siblings, looks: story.shown }, names),
    debtor: partyOf(names, obligation.debtor_organisation, obligation.debtor_person),
    acceptor: partyOf(names, duty.acceptor, null),
    paused: obligation.paused_at !== null,
    acknowledgeBy: duty.acknowledge_by.toISOString(),
    acknowledgedAt: duty.acknowledged_at?.toISOString() ?? null,
    acknowledgedBy: duty.acknowledged_by && names.person(duty.acknowledged_by),
    remaining: remainingOf(rules, obligation, call.now),
    ladder: ladderOf(services, owed, present, names),
    reminders: { sent: duty.reminders, most: limits.reminders.most },
    extensions: { granted: duty.extensions, most: limits.extensions },
    requests: requests.map((one) => requestView(one, names, call.actor)),
    passings: passingsOf(rules, call, { ...story, obligation }),
    trail: trailOf(story.entries, names, story.files),
    seenBy: story.looks.map((look) => ({
      by: `${names.post(look.post_id)} ${names.person(look.person_id)}`,
      at: look.first_at.toISOString(),
    })),
    may: mayOf(rules, call, story),
  }
}

function ladderOf(
  services: Services,
  { obligation }: OwedDuty,
  present: ReturnType<typeof presentOf>,
  names: Names,
): LadderView {
  const { calendar, ladder } = rulesOfObligation(services.rules(), obligation)
  const instants = levelInstants(calendar, ladder, present.dueAt)
  return {
    name: ladder.name,
    rungs: ladder.levels.map(({ receiver }, index) => {
      const at = present.level === index + 1 ? present.levelAt : instants[index]
      const comes = present.level > index || (present.state === 'open' && present.pausedAt === null)
      return {
        level: index + 1,
        holder: names.organisation('relation' in receiver ? obligation.lead_organisation : receiver.organisation),
        at: comes && at !== undefined && at !== null ? new Date(at).toISOString() : null,
        reached: present.level > index,
      }
    }),
  }
}

async function readStory(services: Services, call: Call, tx: Transaction, id: string): Promise<DutyStory> {
  const { jurisdiction } = call.actor
  const [owed] = await listDuties(tx, jurisdiction, [id])
  if (owed === undefined) refused('record.unknown')
  const { duty, obligation } = owed
  const [[matter], siblings, requests, entries, looks] = await Promise.all([
    listMatters(tx, jurisdiction, [duty.matter_id]),
    listMatterDuties(tx, jurisdiction, duty.matter_id),
    listRequests(tx, jurisdiction, [id]),
    listStories(tx, jurisdiction, [dutyStream(id), obligationStream(obligation.id)], obligation.told),
    listLooks(tx, jurisdiction, obligation.id),
  ])
  if (matter === undefined || !mayReadDuty(call.actor, owed, matter)) refused('record.unknown')
  const shown = await looksAt(tx, call, matter)
  const mentioned = mentionedIn(entries)
  const readers = matter.readers ?? []
  const holders = rulesOfObligation(services.rules(), obligation).ladder.levels.flatMap(({ receiver }) =>
    'organisation' in receiver ? [receiver.organisation] : [],
  )
  const [names, files] = await Promise.all([
    findNames(tx, jurisdiction, {
      organisations: [
        ...mentioned.organisations,
        ...holders,
        ...[matter.opener_organisation, matter.lead_organisation, duty.acceptor],
        ...siblings.map((one) => one.obligation.debtor_organisation),
        ...requests.flatMap((one) => [one.decider, one.asked_organisation]),
        ...[...readers.map(unitOfReader), ...shown.map((look) => look.organisation_id)],
      ],
      people: [
        ...mentioned.people,
        ...[matter.opener_person, duty.acknowledged_by],
        ...siblings.map((one) => one.obligation.debtor_person),
        ...requests.map((one) => one.asked_person),
        ...[...looks, ...shown].map((look) => look.person_id),
      ],
      posts: [
        ...mentioned.posts,
        matter.opener_post,
        ...requests.map((one) => one.asked_post),
        ...[...readers, ...[...looks, ...shown].map((look) => look.post_id)],
      ],
    }),
    listFiles(tx, jurisdiction, mentioned.files),
  ])
  const byId = new Map(files.map((file) => [file.id, file]))
  return { owed, matter, siblings, requests, entries, looks, shown, files: byId, names }
}
