import type { Services } from '#platform/server/scenario/index.ts'
import { handOverPerson } from '../commands/hand-over.ts'
import { pauseProject, resumeProject } from '../commands/pause-project.ts'
import { decideStart, startProject } from '../commands/start-project.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewHolders } from '../views/holders.ts'

/** The life of a project. */
export const lifeHandlers = (os: ProjectsImplementer, { rules }: Services) => ({
  start: os.start.handler(({ context: { call }, input }) =>
    call.command((tx, command) => startProject(tx, command, rules(), input)),
  ),
  decideStart: os.decideStart.handler(({ context: { call }, input }) =>
    call.command((tx, command) => decideStart(tx, command, rules(), input)),
  ),
  pause: os.pause.handler(({ context: { call }, input }) =>
    call.command((tx, command) => pauseProject(tx, command, rules(), input)),
  ),
  resume: os.resume.handler(({ context: { call }, input }) =>
    call.command((tx, command) => resumeProject(tx, command, rules(), input)),
  ),
  holders: os.holders.handler(({ context, input }) => viewHolders(context.call, input.unit)),
  handOver: os.handOver.handler(({ context: { call }, input }) =>
    call.command((tx, command) => handOverPerson(tx, command, rules(), input)),
  ),
})
