import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import { type Database, inOneTransaction } from '#platform/server/database/index.ts'
import { Refused } from '#platform/server/http/index.ts'
import type { CountyProgress, Demonstration, Services } from '#platform/server/scenario/index.ts'
import { findPlay, gatherProps, readScripts, scriptDays } from '#platform/server/stage/index.ts'
import { CaseScripts, casesOfCounty } from '../hard-cases/case-script.ts'
import { Script } from '../script.ts'
import { findCountyMark, markCountyBegun, markPartPlayed } from './county-mark.ts'
import type { CountyPlay } from './county-play.ts'
import { makeProjects } from './make-projects.ts'
import { readMaterial } from './outline.ts'
import { playCases } from './play-cases.ts'
import { playProject } from './play-project.ts'

/**
 * Plays the projects that the scripts of a demonstration leave of the county's figures, after the scripts, and then its hard cases:
 * each project from its draft to the midnight before the play was begun, in one transaction, so that nobody sees one half-played.
 * What was cut short is played again from its start. The same material and the same first day give the same figures.
 */
export async function playCounty(
  services: Services,
  demo: Demonstration,
  tell: (progress: CountyProgress) => void = () => undefined,
): Promise<void> {
  const [material, scripts, cases, begun] = await Promise.all([
    readMaterial(join(demo.folder, 'projects', 'county')),
    readScripts(demo.folder, 'projects', Script),
    readScripts(demo.folder, casesOfCounty, CaseScripts),
    findPlay(services, 'projects'),
  ])
  if (material === undefined || begun === undefined) return
  const made = makeProjects(
    material,
    demo.pack,
    scripts.map(({ value }) => value),
  )
  const begunAt = begun.begunAt.getTime()
  const play: CountyPlay = {
    ...{ services, demo, material, props: gatherProps(services, demo) },
    days: scriptDays(services.rules().calendar, begunAt),
    until: startOfDate(dateOf(begunAt)),
  }
  const parts: Part[] = [
    ...made.slice(0, demo.most).map((project) => ({
      name: project.name,
      play: (database: Database) => playProject(play, project, database),
    })),
    {
      name: 'hard-cases',
      play: (database) =>
        playCases(
          play,
          cases.flatMap(({ value }) => value.cases),
          database,
        ),
    },
  ]
  await playParts({ services, demo }, parts, tell)
}

/** What is played as a whole or not at all. */
type Part = { readonly name: string; play(database: Database): Promise<void> }

/** Each part is brought up to now before anybody sees it, so that it leaves nothing that was due long ago to the sweeps. */
async function playParts(
  { services, demo }: Pick<CountyPlay, 'services' | 'demo'>,
  parts: readonly Part[],
  tell: (progress: CountyProgress) => void,
): Promise<void> {
  const mark = (await findCountyMark(services)) ?? (await markCountyBegun(services, parts.length))
  const played = new Set(mark.played)
  for (const { name, play } of parts) {
    if (played.has(name)) continue
    await patiently(() =>
      inOneTransaction(services.database, services.jurisdiction, async (database) => {
        await play(database)
        await demo.passTime(services.clock.now(), { ...services, database })
        await markPartPlayed(services, database, { part: name, number: played.size + 1 })
      }),
    )
    played.add(name)
    tell({ played: played.size, of: parts.length })
  }
}

/** How far the play has come; nothing where there is none. */
export async function findCountyProgress(services: Services): Promise<CountyProgress | undefined> {
  const mark = await findCountyMark(services)
  return mark && { played: mark.played.length, of: mark.parts }
}

const attempts = 4
const patienceMilliseconds = 3000

/** Does again what failed for a reason that passes. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !mayPass(error)) throw error
      await setTimeout(patienceMilliseconds * attempt)
    }
  }
}

/** A machine too busy to read a plan in time, or somebody who wrote the same first. */
function mayPass(error: unknown): boolean {
  const { cause, code } = error as { readonly cause?: unknown; readonly code?: string }
  if (cause instanceof Refused) return cause.refusal.code === 'projects.import.too-large'
  return code === '40001' || code === '40P01' || code === '23505'
}
