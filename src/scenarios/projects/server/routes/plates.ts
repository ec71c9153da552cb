import type { Services } from '#platform/server/scenario/index.ts'
import { appealPlate } from '../commands/appeal-plate.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewPlate } from '../views/plate.ts'
import { viewProjectPlates, viewUnitPlates } from '../views/plates.ts'

/** Monthly plates. */
export const plateHandlers = (os: ProjectsImplementer, services: Services) => ({
  projectPlates: os.projectPlates.handler(({ context, input }) => viewProjectPlates(context.call, input.project)),
  unitPlates: os.unitPlates.handler(({ context, input }) => viewUnitPlates(context.call, input)),
  plate: os.plate.handler(({ context, input }) => viewPlate(services, context.call, input.plate)),
  appealPlate: os.appealPlate.handler(({ context: { call }, input }) =>
    call.command((tx, command) => appealPlate(tx, command, services.rules(), input)),
  ),
})
