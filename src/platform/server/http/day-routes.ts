import { implement } from '@orpc/server'
import { dayContract } from '#platform/contract/day-contract.ts'
import { viewDay } from '#platform/server/day/index.ts'
import type { Scenario, Services } from '#platform/server/scenario/index.ts'
import type { RequestContext } from './call-context.ts'
import { guard } from './guard.ts'

/** What somebody has to do today, whichever scenario it comes from. */
export function dayRoutes(services: Services, scenarios: readonly Scenario[]) {
  const os = implement(dayContract).$context<RequestContext>().use(guard(services))
  return os.router({ day: os.day.handler(({ context: { call } }) => viewDay(scenarios, services, call)) })
}
