import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listStories } from '#platform/server/journal/index.ts'
import {
  listHeld,
  listObligationsById,
  type ObligationRow,
  obligationStream,
  readHeldPlace,
  rulesOfObligation,
  tellHeldPlace,
} from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { listDuties } from '../duty-store.ts'
import { recordLook } from '../look-store.ts'
import { listMatters, type MatterRow } from '../matter-store.ts'
import { dutyStream } from '../streams.ts'
import { mentionedIn, trailOf } from './trail.ts'

type Call = CallContext['call']

const onPage = 100

/** Obligations on the last rung, held by the post's organisation, latest first: facts, without a task or deadline. */
export function viewEscalated(services: Services, call: Call, after: string | undefined) {
  return call.read(async (tx) => {
    const { jurisdiction, organisation } = call.actor
    const place = after === undefined ? undefined : readHeldPlace(after)
    const rows = await listHeld(tx, jurisdiction, { holder: organisation, after: place, limit: onPage })
    const held = rows.filter((row) => row.holder_organisation === organisation && isJudged(services, row))
    const last = rows[onPage - 1]
    const names = await findNames(tx, jurisdiction, {
      organisations: held.flatMap((row) => [row.debtor_organisation, row.lead_organisation]),
    })
    return { facts: held.map((row) => factsOf(row, names)), next: last ? tellHeldPlace(last) : null }
  })
}

/** The facts of one, with what its level may not see masked; the look is put on record for the debtor to see. */
export function viewEscalatedOne(services: Services, call: Call, id: string) {
  return call.read(async (tx) => {
    const { actor, now } = call
    const [row] = await listObligationsById(tx, actor.jurisdiction, [id])
    if (row === undefined || row.holder_organisation !== actor.organisation || !isJudged(services, row))
      refused('record.unknown')
    const matter = await matterOf(tx, call, row)
    const entries = await listStories(tx, actor.jurisdiction, [row.subject, obligationStream(row.id)], row.told)
    const mentioned = mentionedIn(entries)
    const names = await findNames(tx, actor.jurisdiction, {
      ...mentioned,
      organisations: [...mentioned.organisations, row.debtor_organisation, row.lead_organisation],
    })
    const look = { person_id: actor.person, post_id: actor.post, first_at: now, day: dateOf(now.getTime()) }
    await recordLook(tx, { ...look, jurisdiction: actor.jurisdiction, obligation: row.id })
    return {
      ...factsOf(row, names),
      content: matter?.content ?? '',
      source: matter?.source_title ?? '',
      complainantMasked: matter?.has_complainant ?? false,
      dueAt: row.due_at.toISOString(),
      answered: row.state === 'answered',
      story: trailOf(entries, names, new Map()).map(({ at, sentence, note }) => ({
        at,
        sentence: note ? `${sentence}：${note}` : sentence,
      })),
    }
  })
}

async function matterOf(tx: Transaction, call: Call, row: ObligationRow): Promise<MatterRow | undefined> {
  const prefix = dutyStream('')
  if (!row.subject.startsWith(prefix)) return undefined
  const [owed] = await listDuties(tx, call.actor.jurisdiction, [row.subject.slice(prefix.length)])
  const [matter] = owed ? await listMatters(tx, call.actor.jurisdiction, [owed.duty.matter_id]) : []
  return matter
}

function factsOf(row: ObligationRow, names: Names) {
  return {
    obligation: row.id,
    title: row.title,
    reachedAt: (row.level_at ?? row.changed_at).toISOString(),
    debtorName: names.organisation(row.debtor_organisation),
    leadName: names.organisation(row.lead_organisation),
  }
}

/** Whether it stands on a rung without a limit: whoever holds that judges alone. */
function isJudged(services: Services, row: ObligationRow): boolean {
  const rung = rungOf(services, row)
  return rung !== undefined && rung.limit === undefined
}

function rungOf(services: Services, row: ObligationRow) {
  return rulesOfObligation(services.rules(), row).ladder.levels[row.level - 1]
}
