import { appeals } from './contract/routes/appeals.ts'
import { board } from './contract/routes/board.ts'
import { chart } from './contract/routes/chart.ts'
import { check } from './contract/routes/check.ts'
import { importing } from './contract/routes/importing.ts'
import { life } from './contract/routes/life.ts'
import { plates } from './contract/routes/plates.ts'
import { views } from './contract/routes/views.ts'
import { work } from './contract/routes/work.ts'

/** The routes of projects (A1): plans broken down into nodes, reported, accepted, lit. */
export const contract = {
  ...views,
  ...chart,
  ...check,
  ...importing,
  ...life,
  ...work,
  ...appeals,
  ...plates,
  ...board,
} as const
