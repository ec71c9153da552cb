import type { Actor } from '#platform/kernel/actor.ts'
import { findActor } from '#platform/server/identity/index.ts'
import type { Demonstration } from '#platform/server/scenario/index.ts'
import type { Platform } from './assemble.ts'
import { routerOf } from './contract.ts'
import { residentOf } from './resident-of.ts'
import { sweepAll, sweepsOf } from './sweeper.ts'

/** Lets each scenario play its part of a demonstration county, before the county is served. */
export async function playDemo(platform: DemoPlatform, folder: string, tell?: Demonstration['tell']): Promise<void> {
  const demo = demonstrationOf(platform, folder, tell)
  for (const scenario of platform.scenarios) await scenario.playDemo?.(platform.services, demo)
}

/** What scenarios play with on a platform. */
export function demonstrationOf(
  platform: DemoPlatform,
  folder: string,
  tell: Demonstration['tell'] = () => undefined,
): Demonstration {
  return {
    folder,
    tell,
    pack: platform.pack,
    actorOf: (login, unit) => actorOf(platform, login, unit),
    residentOf: (who, at) => residentOf(whole(platform), who, at),
    routes: (services) => {
      const all = whole(platform)
      return routerOf({ ...all, services, residents: all.residentsOn(services) }, false)
    },
    passTime: async (until, services = platform.services) =>
      void (await sweepAll(sweepsOf(services, platform.scenarios), until)),
  }
}

/** What of a platform a play needs; one of residents needs it whole. */
export type DemoPlatform = Pick<Platform, 'services' | 'scenarios' | 'pack'> & Partial<Platform>

function whole(platform: DemoPlatform): Platform {
  if (platform.residentsOn === undefined) throw new Error('residents play on a whole platform')
  return platform as Platform
}

async function actorOf({ services, pack }: DemoPlatform, login: string, unit?: string): Promise<Actor> {
  const { database, jurisdiction, clock } = services
  const person = pack.people.find((one) => one.login === login)
  const held = await database.asSystem(jurisdiction, (tx) =>
    Promise.all(
      (person?.posts ?? []).map(async (post) =>
        person ? findActor(tx, { jurisdiction, person: person.id, post }, clock.now()) : undefined,
      ),
    ),
  )
  const actors = held.flatMap((found) => (found ? [found.actor] : []))
  const actor = unit === undefined ? actors[0] : actors.find((one) => one.organisationName === unit)
  if (actor === undefined) throw new Error(`the demonstration has nobody with the login ${login} ${unit ?? ''}`)
  return actor
}
