import type { Database } from '#platform/server/database/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { listPlayed } from './county-mark-store.ts'

/** The stream of the play: how many parts there are to play, then each as it is played; all but one are projects. */
const stream = 'projects.demo/county'

/** How far the play of a county has come. */
export type CountyMark = { readonly parts: number; readonly played: readonly string[] }

/** The mark in the record; nothing where the play was never begun. */
export async function findCountyMark({ database, jurisdiction }: Services): Promise<CountyMark | undefined> {
  const [begun, ...played] = await database.asSystem(jurisdiction, (tx) => listPlayed(tx, jurisdiction, stream))
  return begun && { parts: Number(begun.body.projects), played: played.map(({ body }) => String(body.project)) }
}

/** Marks the play of so many parts as begun. */
export async function markCountyBegun(services: Services, parts: number): Promise<CountyMark> {
  const recordedAt = services.clock.now()
  await append(services, services.database, {
    version: 1,
    kind: 'projects.demo.county-begun',
    recordedAt,
    payload: { projects: parts },
  })
  return { parts, played: [] }
}

/** Marks one part as played, with everything that was played of it; two that play the same collide here. */
export function markPartPlayed(
  services: Services,
  database: Database,
  played: { readonly part: string; readonly number: number },
): Promise<void> {
  const { part, number } = played
  const recordedAt = services.clock.now()
  const entry = { version: number + 1, kind: 'projects.demo.project-played', recordedAt, payload: { project: part } }
  return append(services, database, entry)
}

async function append(
  { jurisdiction }: Services,
  database: Database,
  what: { readonly version: number; readonly kind: string; readonly recordedAt: Date; readonly payload: object },
): Promise<void> {
  const entry = { ...what, payload: { ...what.payload }, jurisdiction, stream, actor: { system: 'demo' } }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
}
