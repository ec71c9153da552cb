import type { Services } from '#platform/server/scenario/index.ts'
import { projectsImplementer } from './implementer.ts'
import { appealHandlers } from './routes/appeals.ts'
import { boardHandlers } from './routes/board.ts'
import { changeHandlers } from './routes/changing.ts'
import { chartHandlers } from './routes/chart.ts'
import { checkHandlers } from './routes/check.ts'
import { closingHandlers } from './routes/closing.ts'
import { cockpitHandlers } from './routes/cockpit.ts'
import { hardCaseHandlers } from './routes/hard-cases.ts'
import { importHandlers } from './routes/importing.ts'
import { lifeHandlers } from './routes/life.ts'
import { plateHandlers } from './routes/plates.ts'
import { projectFileHandlers } from './routes/project-files.ts'
import { viewHandlers } from './routes/views.ts'
import { workHandlers } from './routes/work.ts'

/** The contract of projects implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = projectsImplementer(services)
  return os.router({
    ...viewHandlers(os, services),
    ...chartHandlers(os, services),
    ...checkHandlers(os, services),
    ...importHandlers(os, services),
    ...projectFileHandlers(os, services),
    ...lifeHandlers(os, services),
    ...closingHandlers(os, services),
    ...changeHandlers(os, services),
    ...workHandlers(os, services),
    ...appealHandlers(os, services),
    ...plateHandlers(os, services),
    ...boardHandlers(os, services),
    ...cockpitHandlers(os, services),
    ...hardCaseHandlers(os, services),
  })
}
