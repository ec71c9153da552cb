import type { Dataset, HandedOver } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Health } from '../../contract/parts.ts'

/** How whoever holds a dataset has been answering this server; of a table, the day of which it tells. */
export function healthOf({ connectors }: Services, { id, source }: Dataset, tables: readonly HandedOver[]): Health {
  const silent = { lastAnswerAt: null, lastFault: null, milliseconds: null }
  if (source.kind === 'table') {
    const present = tables.find(({ dataset }) => dataset === id)
    return { ...silent, state: present ? 'handed-over' : 'not-handed-over', asOf: present?.as_of ?? null }
  }
  const { state, lastAnswerAt, lastFault, milliseconds } = connectors.healthOf(source.connector)
  const failing = lastFault !== undefined && (lastAnswerAt === undefined || lastFault.at > lastAnswerAt)
  const untried = lastAnswerAt === undefined && lastFault === undefined
  return {
    state: state !== 'closed' ? 'left-alone' : untried ? 'untried' : failing ? 'failing' : 'well',
    lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
    lastFault: lastFault ? { fault: lastFault.fault, at: lastFault.at.toISOString() } : null,
    milliseconds: milliseconds === undefined ? null : Math.round(milliseconds),
    asOf: null,
  }
}
