import type { Services } from '#platform/server/scenario/index.ts'
import { startProject } from '../commands/start-project.ts'
import type { ProjectsImplementer } from '../implementer.ts'

/** The life of a project. */
export const lifeHandlers = (os: ProjectsImplementer, { rules }: Services) => ({
  start: os.start.handler(({ context: { call }, input }) =>
    call.command((tx, command) => startProject(tx, command, rules(), input)),
  ),
})
