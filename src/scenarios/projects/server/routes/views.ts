import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewNode } from '../views/node.ts'
import { viewProject, viewProjects } from '../views/projects.ts'
import { viewToday } from '../views/today.ts'
import { viewUnit } from '../views/unit.ts'
import { viewWhy } from '../views/why.ts'

/** What people read. */
export const viewHandlers = (os: ProjectsImplementer, services: Services) => ({
  today: os.today.handler(({ context }) => viewToday(services, context.call)),
  unit: os.unit.handler(({ context, input }) => viewUnit(services, context.call, input.unit)),
  list: os.list.handler(({ context, input }) => viewProjects(context.call, input)),
  project: os.project.handler(({ context, input }) => viewProject(services, context.call, input)),
  node: os.node.handler(({ context, input }) => viewNode(services, context.call, input.node)),
  why: os.why.handler(({ context, input }) => viewWhy(services, context.call, input.node)),
})
