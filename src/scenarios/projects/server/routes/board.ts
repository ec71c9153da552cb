import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewAccount, viewMyPoints } from '../views/account.ts'
import { viewBoard } from '../views/board.ts'
import { boardWorkbook } from '../views/board-workbook.ts'

/** The Tiangong board and the accounts under it. */
export const boardHandlers = (os: ProjectsImplementer, services: Services) => ({
  board: os.board.handler(({ context, input }) => viewBoard(context.call, input)),
  boardSheet: os.boardSheet.handler(async ({ context, input }) =>
    boardWorkbook(services.rules(), await viewBoard(context.call, input)),
  ),
  boardLines: os.boardLines.handler(({ context, input }) => viewAccount(services, context.call, input)),
  myPoints: os.myPoints.handler(({ context, input }) => viewMyPoints(services, context.call, input.period)),
})
