import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewChart } from '../views/chart/chart.ts'

/** What the drawn views read. */
export const chartHandlers = (os: ProjectsImplementer, services: Services) => ({
  chart: os.chart.handler(({ context, input }) => viewChart(services, context.call, input.project)),
})
