import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewCockpit } from '../views/cockpit/cockpit.ts'
import { viewFigureRecords } from '../views/cockpit/figure-records.ts'

/** The command cockpit and what lies under its figures. */
export const cockpitHandlers = (os: ProjectsImplementer, services: Services) => ({
  cockpit: os.cockpit.handler(({ context, input }) => viewCockpit(services, context, input)),
  figureRecords: os.figureRecords.handler(({ context, input }) => viewFigureRecords(services, context, input)),
})
