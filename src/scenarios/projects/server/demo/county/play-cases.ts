import type { Database } from '#platform/server/database/index.ts'
import { setStage } from '#platform/server/stage/index.ts'
import { routes } from '../../routes.ts'
import { inOrder } from '../happening.ts'
import { caseHappenings } from '../hard-cases/case-happenings.ts'
import type { CaseScript } from '../hard-cases/case-script.ts'
import type { CountyPlay } from './county-play.ts'

/** Plays the hard cases of the county to the end of the play, on a database that keeps all of it or nothing. */
export async function playCases(play: CountyPlay, scripts: readonly CaseScript[], database: Database): Promise<void> {
  const services = { ...play.services, database }
  const stage = setStage(services, play.demo, routes, play.props)
  for (const { at, happen } of inOrder(scripts.flatMap((script) => caseHappenings(stage, play.days, script)))) {
    if (at.getTime() >= play.until) break
    await play.demo.passTime(at, services)
    await happen()
  }
  await play.demo.passTime(new Date(play.until), services)
}
