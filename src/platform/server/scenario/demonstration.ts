import type { AnyRouter } from '@orpc/server'
import type { Actor } from '#platform/kernel/actor.ts'
import type { CountyPack } from '#platform/server/county/index.ts'
import type { Services } from './services.ts'

/** Somebody whom the departments of a demonstration know, and the phone by which they come in. */
export type Newcomer = { readonly phone: string; readonly name: string; readonly number: string }

/** What a scenario plays its part of a demonstration with. */
export type Demonstration = {
  /** The pack's folder for demonstrations; a scenario's scripts lie in a folder of its name in it. */
  readonly folder: string
  /** The county whose invented people play. */
  readonly pack: CountyPack
  /** How many of a whole county's projects are played at most; all where it is left out. */
  readonly most?: number | undefined
  /**
   * The invented person with this login, at work in their post in the unit of this name, in their first post where it is
   * left out. Throws where there is nobody.
   */
  actorOf(login: string, unit?: string): Promise<Actor>
  /**
   * A resident as they act at an instant: come in by the code on their phone and checked by name and number the first time. Throws where the
   * departments do not know them.
   */
  residentOf(who: Newcomer, at: Date): Promise<Actor>
  /** All routes of the county on some services, those of the platform and of each scenario under its name. */
  routes(services: Services): AnyRouter
  /** Lets time pass: records everything that falls due up to an instant; on other services where they are given. */
  passTime(until: Date, services?: Services): Promise<void>
  /** Says something to whoever started the county. */
  tell(zh: string, en: string): void
}

/** How many parts of a whole county (projects, and what else a scenario plays at once) have been played, of how many. */
export type CountyProgress = { readonly played: number; readonly of: number }
