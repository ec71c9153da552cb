import { implement } from '@orpc/server'
import { guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'
import { analyse, exampleFile, planner } from './analyse.ts'

/** The contract of catalogue analysis implemented. */
export function routes(services: Services) {
  const os = implement(contract).$context<RequestContext>().use(guard(services))
  const plans = planner()
  return os.router({
    example: os.example.handler(() => exampleFile()),
    analysis: os.analysis.handler(({ context: { call }, input }) => analyse(services, call, input.file)),
    plans: os.plans.handler(({ context: { call }, input }) => plans(services, call, input.file)),
  })
}
