import type { AnyRouter } from '@orpc/server'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { type Stage, setStage } from './stage.ts'

/**
 * Sets a stage on all routes of the county, for plays in which residents meet several scenarios; `County` names those that it asks, by their
 * contracts. The routes are made once and their clock is moved: one request is asked after the other.
 * @example `setCountyStage<{ readonly matters: Router<typeof matters, RequestContext> }>(services, demo)`
 */
export function setCountyStage<County extends AnyRouter>(services: Services, demo: Demonstration): Stage<County> {
  let at = services.clock.now()
  const county = demo.routes({ ...services, clock: { now: () => at } }) as County
  return setStage(services, demo, ({ clock }) => {
    at = clock.now()
    return county
  })
}
