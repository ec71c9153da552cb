import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listStories } from '#platform/server/journal/index.ts'
import { findPlate, type PlateInPlan, plateStream } from '#platform/server/plans/plates/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { listLinesOn } from '#platform/server/scoring/index.ts'
import type { PlateDetail } from '../../contract/plates.ts'
import { type AppealRow, listPlateAppeals } from '../appeal-store.ts'
import { appealStream } from '../commands/open-appeal.ts'
import { listLooks, recordLook } from '../look-store.ts'
import { listTitles } from '../project-store.ts'
import { mayAnswer } from '../reach.ts'
import { appealView } from './appeal-view.ts'
import { conclusionOf, plateFacts, plateRuleView } from './plate-grounds.ts'
import { getReadable, plateView } from './plates.ts'
import { pointLines } from './point-lines.ts'

/** A plate with its grounds. A look from outside its unit is put on record for the unit to see. */
export async function viewPlate(services: Services, call: CallContext['call'], id: string): Promise<PlateDetail> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const [plate, appeals, looks] = await Promise.all([
      findPlate(tx, jurisdiction, id),
      listPlateAppeals(tx, jurisdiction, [id]),
      listLooks(tx, jurisdiction, id),
    ])
    if (plate === undefined) refused('record.unknown')
    await assertMayRead(tx, call, plate, appeals)
    const [titles, entries, lines, names] = await Promise.all([
      listTitles(tx, jurisdiction, plate.facts.nodes),
      listStories(tx, jurisdiction, [plateStream(id), ...appeals.map((one) => appealStream(one.id))]),
      listLinesOn(tx, jurisdiction, [plate.entry]),
      namesFor(tx, call, plate, appeals, looks),
      noteLook(tx, call, plate),
    ])
    const rules = services.rules()
    const nodes = titles.map(({ id: node, title }) => ({
      ...{ node, title, overdue: plate.facts.overdue.includes(node), fault: plate.facts.faults.includes(node) },
    }))
    return {
      ...plateView(plate, appeals, names),
      conclusion: conclusionOf(rules, plate),
      rule: plateRuleView(rules, plate),
      facts: plateFacts(plate, names),
      nodes,
      entries: entries.map(({ id: entry, kind, at, position }) => ({
        ...{ entry, kind, at: at.toISOString(), position: position === undefined ? null : String(position) },
      })),
      seenBy: looks.map((look) => ({
        ...{ by: `${names.post(look.post_id)} ${names.person(look.person_id)}`, at: look.first_at.toISOString() },
      })),
      points: await pointLines(tx, call, rules, lines),
      appeals: appeals.map((one) => appealView(rules, one, names)),
      may: mayOf(call, plate, appeals),
    }
  })
}

/** A plate is read with its project, by its own unit, by whoever owes the answer to an objection, and from the board. */
async function assertMayRead(
  tx: Transaction,
  call: CallContext['call'],
  plate: PlateInPlan,
  appeals: readonly AppealRow[],
): Promise<void> {
  const isOwn = permits(call.actor, 'projects.read', { organisation: plate.organisation as OrganisationId })
  const isOnBoard = permits(call.actor, 'projects.board')
  if (isOwn || isOnBoard || appeals.some((one) => mayAnswer(call.actor, one))) return
  await getReadable(tx, call, plate.plan_id)
}

function mayOf({ actor }: CallContext['call'], plate: PlateInPlan, appeals: readonly AppealRow[]) {
  const open = appeals.find((one) => one.state === 'open')
  return {
    appeal:
      open === undefined && permits(actor, 'projects.accept', { organisation: plate.organisation as OrganisationId }),
    answerAppeal: open !== undefined && mayAnswer(actor, open),
  }
}

function namesFor(
  tx: Transaction,
  { actor }: CallContext['call'],
  plate: PlateInPlan,
  appeals: readonly AppealRow[],
  looks: readonly { readonly person_id: string; readonly post_id: string }[],
): Promise<Names> {
  const mentioned = [...appeals, ...looks]
  return findNames(tx, actor.jurisdiction, {
    organisations: [plate.organisation, plate.lead_organisation, ...plate.facts.missedBy],
    people: mentioned.map((one) => one.person_id),
    posts: mentioned.map((one) => one.post_id),
  })
}

async function noteLook(tx: Transaction, { actor, now }: CallContext['call'], plate: PlateInPlan): Promise<void> {
  if (plate.organisation === actor.organisation) return
  await recordLook(tx, {
    ...{ jurisdiction: actor.jurisdiction, thing: plate.id, person: actor.person, post: actor.post },
    ...{ day: dateOf(now.getTime()), at: now, readers: plate.readers },
  })
}
