import { type Actor, readerOf } from '#platform/kernel/actor.ts'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { dropDraft, dropDraftsOver, findDraft, keepDraft } from './draft-store.ts'

/*
 * A form that is not handed in yet is its writer's alone: a resident's own, for as long as they like; a clerk's at a window, in which
 * somebody else's name and number stand, until the end of that day. It is sealed, and read with nobody's eyes but the writer's.
 */

type By = { readonly actor: Actor; readonly now: Date }
type Work<T> = (tx: Transaction) => Promise<T>

/** What somebody left of a form, and when; nothing where there is none, or its day is over. */
export async function readDraft<Kept>(services: Services, { actor, now }: By, matter: string) {
  const { jurisdiction, personalData } = services
  const of = { person: actor.person, matter, now }
  const row = await alone(services, actor, (tx) => findDraft(tx, jurisdiction, of))
  if (row === undefined) return undefined
  const kept = JSON.parse(personalData.open(row.sealed, placeOf(actor, matter))) as Kept
  return { kept, savedAt: row.saved_at.toISOString() }
}

/** Keeps what somebody has typed so far; `forToday` where it is somebody else's. */
export async function writeDraft(
  services: Services,
  { actor, now }: By,
  { matter, kept, forToday = false }: { readonly matter: string; readonly kept: unknown; readonly forToday?: boolean },
): Promise<{ readonly savedAt: string }> {
  const { jurisdiction, personalData } = services
  const sealed = personalData.seal(JSON.stringify(kept), placeOf(actor, matter))
  const draft = { person: actor.person, matter, sealed, saved_at: now, until: forToday ? endOfDay(now) : null }
  await alone(services, actor, (tx) => keepDraft(tx, jurisdiction, draft))
  return { savedAt: now.toISOString() }
}

/** What was handed in or thrown away does not come up again. */
export function forgetDraft(services: Services, { actor }: Pick<By, 'actor'>, matter: string): Promise<void> {
  return alone(services, actor, (tx) => dropDraft(tx, services.jurisdiction, { person: actor.person, matter }))
}

/** Throws away what was left at windows once its day is over. */
export function draftSweep({ database, jurisdiction }: Services): Sweep {
  return {
    name: 'casework.drafts',
    once: (now, limit) => database.asSystem(jurisdiction, (tx) => dropDraftsOver(tx, jurisdiction, { now, limit })),
  }
}

/** In a transaction that sees what is the writer's own, and nothing of their unit's. */
function alone<T>({ database, jurisdiction }: Services, { person }: Actor, work: Work<T>): Promise<T> {
  return database.transaction({ jurisdiction, organisations: [readerOf(person)] }, work)
}

function placeOf({ person }: Actor, matter: string): string {
  return `casework.draft/${person}/${matter}`
}

function endOfDay(now: Date): Date {
  return new Date(startOfDate(dateOf(now.getTime())) + 24 * 60 * 60_000)
}
