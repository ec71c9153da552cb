import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import { inOneTransaction } from '#platform/server/database/index.ts'
import { Refused } from '#platform/server/http/index.ts'
import type { CountyProgress, Demonstration, Services } from '#platform/server/scenario/index.ts'
import { findPlay, gatherProps, readScripts, scriptDays } from '#platform/server/stage/index.ts'
import { Script } from '../script.ts'
import { findCountyMark, markCountyBegun, markProjectPlayed } from './county-mark.ts'
import { makeProjects } from './make-projects.ts'
import { readMaterial } from './outline.ts'
import { type CountyPlay, playProject } from './play-project.ts'

/**
 * Plays the projects that the scripts of a demonstration leave of the county's figures, after the scripts: each from its draft to the
 * midnight before the play was begun, in one transaction, so that nobody sees a project half-played. One that was cut short is played
 * again from its start. The same material and the same first day give the same figures.
 */
export async function playCounty(
  services: Services,
  demo: Demonstration,
  tell: (progress: CountyProgress) => void = () => undefined,
): Promise<void> {
  const [material, scripts, begun] = await Promise.all([
    readMaterial(join(demo.folder, 'projects', 'county')),
    readScripts(demo.folder, 'projects', Script),
    findPlay(services, 'projects'),
  ])
  if (material === undefined || begun === undefined) return
  const made = makeProjects(
    material,
    demo.pack,
    scripts.map(({ value }) => value),
  )
  const projects = made.slice(0, demo.most)
  const mark = (await findCountyMark(services)) ?? (await markCountyBegun(services, projects.length))
  const begunAt = begun.begunAt.getTime()
  const play: CountyPlay = {
    ...{ services, demo, material, props: gatherProps(services, demo) },
    days: scriptDays(services.rules().calendar, begunAt),
    until: startOfDate(dateOf(begunAt)),
  }
  const played = new Set(mark.played)
  for (const project of projects) {
    if (played.has(project.name)) continue
    await patiently(() =>
      inOneTransaction(services.database, services.jurisdiction, async (database) => {
        await playProject(play, project, database)
        await markProjectPlayed(services, database, { project: project.name, number: played.size + 1 })
      }),
    )
    played.add(project.name)
    tell({ played: played.size, of: projects.length })
  }
}

/** How far the play has come; nothing where there is none. */
export async function findCountyProgress(services: Services): Promise<CountyProgress | undefined> {
  const mark = await findCountyMark(services)
  return mark && { played: mark.played.length, of: mark.projects }
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
