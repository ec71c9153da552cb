import { v7 } from 'uuid'
import type { Actor } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { insertAttempt, listSupervisors } from './attempt-store.ts'
import { supervisePermission } from './permissions.ts'

/** What somebody tried. */
export type Tried = {
  /** The stream of a thing that is there and is not theirs. */
  readonly subject: string
  /** What they tried with it, in a word: `view`. */
  readonly act: string
}

/**
 * Puts on record that an official tried what is not theirs, and tells the posts that answer for them; once a day for each person and
 * thing. What it answers to the official is the caller's: nothing that says whether the thing is there.
 * @example `await reportRefusal(services, call, { subject: caseStream(id), act: 'view' })`
 */
export async function reportRefusal(
  { database, jurisdiction }: Services,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { subject, act }: Tried,
): Promise<void> {
  const { person, post, organisation } = actor
  await database.asSystem(jurisdiction, async (tx) => {
    const all = await listSupervisors(tx, jurisdiction, { permission: supervisePermission, organisation })
    const told = all.filter((one) => one !== post) // nobody supervises themselves
    const row = { id: v7(), person_id: person, post_id: post, organisation_id: organisation, subject, act, at: now }
    if (!(await insertAttempt(tx, jurisdiction, { ...row, day: dateOf(now.getTime()), readers: told }))) return
    await appendEntries(tx, [
      {
        ...{ jurisdiction, stream: `refused-access.attempt/${row.id}`, version: 1, kind: 'refused-access.attempted' },
        ...{ recordedAt: now, actor: { person, post, organisation }, readers: told as string[] as OrganisationId[] },
        payload: { subject, act, told, unit: actor.organisationName, title: actor.postTitle },
      },
    ])
  })
}
