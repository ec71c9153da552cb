import type { Channels } from '#platform/server/county/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { isPersonal } from './domain/channel.ts'
import { afterAttempt, type Outcome } from './domain/retry.ts'
import { endAttempt, findAddress, type LeasedMessage, leaseMessages } from './message-store.ts'
import type { Placed, PlaceOf } from './places.ts'
import { send } from './senders/index.ts'

/** What delivering needs beside the services. */
export type DeliveryParts = {
  readonly services: Services
  readonly placeOf: PlaceOf
  /** Hears how each attempt ended, without a word about whom it concerned. */
  readonly told: (attempt: {
    readonly channel: string
    readonly id: string
    readonly ended: 'sent' | 'failed' | 'dead'
    readonly reason?: string
  }) => void
}

type Channel = Channels['channels'][number]

const together = 16
/** Longer than any sender waits: an attempt whose process died is made again after it. */
const leaseMilliseconds = 60_000

/** Sends what is due on a channel, at least once and under the same id each time; gives how many were tried. */
export async function deliverOn(parts: DeliveryParts, channel: Channel, site: string): Promise<number> {
  const placed = parts.placeOf(channel)
  if (placed === undefined) return 0
  const { database, jurisdiction, clock } = parts.services
  const now = clock.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  const leased = await database.asSystem(jurisdiction, (tx) =>
    leaseMessages(tx, jurisdiction, { channel: channel.id, now, until, limit: together }),
  )
  await Promise.all(leased.map((message) => attempt(parts, placed, site, message)))
  return leased.length
}

async function attempt(parts: DeliveryParts, placed: Placed, site: string, message: LeasedMessage): Promise<void> {
  const { database, jurisdiction, clock } = parts.services
  const outcome = await trySending(parts, placed, site, message)
  const now = clock.now()
  const after = afterAttempt(outcome, message.attempts, now.getTime(), Math.random())
  await database.asSystem(jurisdiction, (tx) => endAttempt(tx, jurisdiction, message, after, now))
  const ended = after.state === 'waiting' ? 'failed' : after.state
  parts.told({
    channel: placed.channel.id,
    id: message.id,
    ended,
    ...(after.state === 'sent' ? {} : { reason: after.reason }),
  })
}

async function trySending(
  { services }: DeliveryParts,
  { channel, secret }: Placed,
  site: string,
  { id, recipient, items }: LeasedMessage,
): Promise<Outcome> {
  const { database, jurisdiction, clock } = services
  const address = isPersonal(channel)
    ? await database.asSystem(jurisdiction, (tx) =>
        findAddress(tx, services.personalData, { jurisdiction, person: recipient, channel }),
      )
    : ''
  if (address === undefined) return { kind: 'refused', reason: 'no address' }
  return send({ id, channel, secret, address, items, site, now: clock.now() })
}
