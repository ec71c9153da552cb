import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { EntryActor, NewEntry } from '#platform/server/journal/index.ts'
import { findAppointment } from '../appointment-store.ts'
import { findStreamVersion } from '../stream-store.ts'

/** Who acts on the directory and when: an official in a post, or the operator at the machine. */
export type Doer = {
  readonly jurisdiction: JurisdictionId
  readonly actor: EntryActor & { readonly person?: PersonId; readonly organisation?: OrganisationId }
  readonly now: Date
}

/** The stream of a person's appointments, and that of who has held a post. */
export const streams = {
  person: (person: PersonId) => `identity.person/${person}`,
  post: (post: PostId) => `identity.post/${post}`,
  /** All registrations, so that no two of them take one login at once. */
  register: (jurisdiction: JurisdictionId) => `identity.register/${jurisdiction}`,
  settings: (jurisdiction: JurisdictionId) => `identity.settings/${jurisdiction}`,
} as const

/** The streams that a command is about, as they stood before anything was read for it. */
export type Stories = readonly { readonly stream: string; readonly version: number }[]

/**
 * Reads how far each stream has come. A command reads this before its facts: whoever changes them meanwhile takes the next version,
 * the two collide, and the later command is decided anew.
 */
export async function readStories(
  tx: Transaction,
  jurisdiction: string,
  ...streams: readonly string[]
): Promise<Stories> {
  const versions = await Promise.all(streams.map((stream) => findStreamVersion(tx, jurisdiction, stream)))
  return streams.map((stream, index) => ({ stream, version: versions[index] ?? 0 }))
}

/** An appointment that has not ended, with its stories read before it. */
export async function findWithStories(tx: Transaction, jurisdiction: string, id: string, at: Date) {
  const named = await findAppointment(tx, jurisdiction, id, at)
  if (!named) return undefined
  const stories = await readStories(tx, jurisdiction, streams.person(named.person), streams.post(named.post))
  const appointment = await findAppointment(tx, jurisdiction, id, at)
  return appointment && { appointment, stories }
}

/** One happening as the next entry of each stream. */
export function nextEntries(
  { jurisdiction, actor, now }: Doer,
  stories: Stories,
  happening: Pick<NewEntry, 'kind' | 'payload'>,
): NewEntry[] {
  return stories.map(({ stream, version }) => {
    return { ...happening, jurisdiction, stream, version: version + 1, recordedAt: now, actor }
  })
}
