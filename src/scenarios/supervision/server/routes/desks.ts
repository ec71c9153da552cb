import type { Services } from '#platform/server/scenario/index.ts'
import type { SupervisionImplementer } from '../implementer.ts'
import { viewLeader, viewMyUnit, viewQueue } from '../views/desks.ts'
import { viewEscalated, viewEscalatedOne } from '../views/discipline.ts'
import { viewLadders } from '../views/ladders.ts'
import { queueWorkbook } from '../views/queue-workbook.ts'
import { viewRateRecords, viewRates } from '../views/rates.ts'
import { viewToAccept } from '../views/to-accept.ts'
import { viewTrial } from '../views/trial.ts'

/** Desks over every obligation, the discipline inbox, rates and trials. */
export const deskHandlers = (os: SupervisionImplementer, services: Services) => ({
  myUnit: os.myUnit.handler(({ context: { call }, input }) => viewMyUnit(services, call, input.after)),
  toAccept: os.toAccept.handler(({ context: { call }, input }) => viewToAccept(services, call, input)),
  queue: os.queue.handler(({ context: { call }, input }) => viewQueue(services, call, input)),
  queueWorkbook: os.queueWorkbook.handler(async ({ context: { call }, input }) =>
    queueWorkbook(await viewQueue(services, call, { ...input, limit: 1000 })),
  ),
  leader: os.leader.handler(({ context: { call } }) => viewLeader(services, call)),
  escalated: os.escalated.handler(({ context: { call }, input }) => viewEscalated(services, call, input.after)),
  escalatedOne: os.escalatedOne.handler(({ context: { call }, input }) =>
    viewEscalatedOne(services, call, input.obligation),
  ),
  rates: os.rates.handler(({ context: { call }, input }) => viewRates(call, input)),
  rateRecords: os.rateRecords.handler(({ context: { call }, input }) => viewRateRecords(services, call, input)),
  ladders: os.ladders.handler(({ context: { call } }) => viewLadders(services, call)),
  tryLadder: os.tryLadder.handler(({ context: { call }, input }) => viewTrial(services, call, input)),
})
