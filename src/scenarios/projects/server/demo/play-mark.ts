import { appendEntries, listStories } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

const stream = 'projects.demo/play'

/** How far the play has come: when it was begun, which all its times count from, and whether it was played to its end. */
export type PlayMark = { readonly begunAt: Date; readonly played: boolean }

/** The mark in the record, where there is one. */
export async function findMark({ database, jurisdiction }: Services): Promise<PlayMark | undefined> {
  const [begun, played] = await database.asSystem(jurisdiction, (tx) => listStories(tx, jurisdiction, [stream]))
  return begun && { begunAt: begun.at, played: played !== undefined }
}

/** Marks the play as begun now. */
export async function markBegun(services: Services): Promise<PlayMark> {
  const begunAt = services.clock.now()
  await append(services, { version: 1, kind: 'projects.demo.begun', recordedAt: begunAt })
  return { begunAt, played: false }
}

/** Marks the play as played to its end. */
export function markPlayed(services: Services): Promise<void> {
  return append(services, { version: 2, kind: 'projects.demo.played', recordedAt: services.clock.now() })
}

async function append(
  { database, jurisdiction }: Services,
  what: { readonly version: number; readonly kind: string; readonly recordedAt: Date },
): Promise<void> {
  const entry = { ...what, jurisdiction, stream, actor: { system: 'demo' }, payload: {} }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
}
