import type { Actor } from '#platform/kernel/actor.ts'

/** What a scenario plays its part of a demonstration with. */
export type Demonstration = {
  /** The pack's folder for demonstrations; a scenario's scripts lie in a folder of its name in it. */
  readonly folder: string
  /**
   * The invented person with this login, at work in their post in the unit of this name, in their first post where it is
   * left out. Throws where there is nobody.
   */
  actorOf(login: string, unit?: string): Promise<Actor>
  /** Lets time pass: records everything that falls due up to an instant. */
  passTime(until: Date): Promise<void>
}
