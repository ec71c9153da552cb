import type { Services } from '#platform/server/scenario/index.ts'
import { appealEvaluation } from '../closing/appeal-evaluation.ts'
import { archiveProject, closeProject } from '../closing/close-project.ts'
import { viewEvaluations } from '../closing/view-evaluations.ts'
import type { ProjectsImplementer } from '../implementer.ts'

/** The end of a project. */
export const closingHandlers = (os: ProjectsImplementer, services: Services) => ({
  close: os.close.handler(({ context: { call }, input }) =>
    call.command((tx, command) => closeProject(tx, command, input)),
  ),
  evaluations: os.evaluations.handler(({ context, input }) => viewEvaluations(services, context.call, input.project)),
  archive: os.archive.handler(({ context: { call }, input }) =>
    call.command((tx, command) => archiveProject(tx, command, input)),
  ),
  appealEvaluation: os.appealEvaluation.handler(({ context: { call }, input }) =>
    call.command((tx, command) => appealEvaluation(tx, command, services.rules(), input)),
  ),
})
