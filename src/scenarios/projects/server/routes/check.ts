import type { Services } from '#platform/server/scenario/index.ts'
import { viewCheck } from '../check/view-check.ts'
import { viewLevelling } from '../check/view-levelling.ts'
import { viewSchedule } from '../check/view-schedule.ts'
import type { ProjectsImplementer } from '../implementer.ts'

/** What is reckoned of a plan. */
export const checkHandlers = (os: ProjectsImplementer, services: Services) => ({
  check: os.check.handler(({ context, input }) => viewCheck(services, context.call, input.project)),
  schedule: os.schedule.handler(({ context, input }) => viewSchedule(services, context.call, input.project)),
  levelling: os.levelling.handler(({ context, input }) => viewLevelling(services, context.call, input.project)),
})
