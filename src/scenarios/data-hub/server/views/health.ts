import type { Dataset, HandedOver, LastLooks } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Health } from '../../contract/parts.ts'

const longMilliseconds = 60_000

/** How whoever holds a dataset has been answering, by the record of look-ups; of a table, the day of which it tells. */
export function healthOf(
  { connectors }: Services,
  { id, source }: Dataset,
  tables: readonly HandedOver[],
  last: LastLooks | undefined,
): Health {
  if (source.kind === 'table') {
    const present = tables.find(({ dataset }) => dataset === id)
    const silent = { lastAnswerAt: null, lastFault: null, milliseconds: null }
    return { ...silent, state: present ? 'handed-over' : 'not-handed-over', asOf: present?.as_of ?? null }
  }
  const { answered_at = null, troubled_at = null, milliseconds = null, reason = null } = last ?? {}
  const failing = troubled_at !== null && (answered_at === null || troubled_at > answered_at)
  const untried = answered_at === null && troubled_at === null
  const isOpen = connectors.healthOf(source.connector).state !== 'closed'
  return {
    state: isOpen ? 'left-alone' : untried ? 'untried' : failing ? 'failing' : 'well',
    lastAnswerAt: answered_at?.toISOString() ?? null,
    lastFault: troubled_at ? { fault: reason ?? '', at: troubled_at.toISOString() } : null,
    milliseconds: milliseconds === null || milliseconds > longMilliseconds ? null : Math.round(milliseconds),
    asOf: null,
  }
}
