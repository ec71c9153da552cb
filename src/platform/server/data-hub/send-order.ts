import type { Taking } from '#platform/server/connectors/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { catalogueAt } from './catalogue.ts'

/** An order to a system outside. */
export type OrderSent = {
  readonly connector: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** The same for every attempt: the receiver does it once. */
  readonly key: string
}

const withinMilliseconds = 10_000

/**
 * Sends an order once and says whether it was taken. Whoever sends keeps it on record first, and sends it again under the same key until
 * it is taken or refused.
 * @example await sendOrder(services, { connector: 'bank', path: '/transfers', body: { account, name, amountYuan }, key: outcome.id })
 */
export async function sendOrder(services: Services, { connector: id, ...order }: OrderSent): Promise<Taking> {
  const connector = catalogueAt(services.rules(), services.clock.now().getTime()).connectors.get(id)
  if (connector?.kind !== 'http') return { kind: 'unavailable', reason: 'no-address' }
  return services.connectors.send(connector, { ...order, withinMilliseconds })
}
