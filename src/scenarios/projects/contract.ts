import { appeals } from './contract/routes/appeals.ts'
import { board } from './contract/routes/board.ts'
import { planChanges } from './contract/routes/changing.ts'
import { chart } from './contract/routes/chart.ts'
import { check } from './contract/routes/check.ts'
import { closing } from './contract/routes/closing.ts'
import { cockpit } from './contract/routes/cockpit.ts'
import { hardCases } from './contract/routes/hard-cases.ts'
import { importing } from './contract/routes/importing.ts'
import { life } from './contract/routes/life.ts'
import { plates } from './contract/routes/plates.ts'
import { projectFiles } from './contract/routes/project-files.ts'
import { views } from './contract/routes/views.ts'
import { work } from './contract/routes/work.ts'

/** The routes of projects (A1): plans broken down into nodes, reported, accepted, lit. */
export const contract = {
  ...views,
  ...chart,
  ...check,
  ...importing,
  ...projectFiles,
  ...life,
  ...closing,
  ...planChanges,
  ...work,
  ...appeals,
  ...plates,
  ...board,
  ...cockpit,
  ...hardCases,
} as const
