import type { Channels } from '#platform/server/county/index.ts'
import type { Outcome } from '../domain/retry.ts'
import type { LeasedItem } from '../message-store.ts'
import type { ChannelSecret } from '../secrets.ts'

type Channel = Channels['channels'][number]
type Kind = Channel['kind']

/** One attempt to send a message. */
export type Envelope<K extends Kind = Kind> = {
  /** The same at every attempt. */
  readonly id: string
  readonly channel: Extract<Channel, { readonly kind: K }>
  readonly secret: ChannelSecret
  /** Where a person is reached; empty on channels that are read by whoever is there. */
  readonly address: string
  readonly items: readonly LeasedItem[]
  /** The address under which people reach the platform. */
  readonly site: string
  readonly now: Date
}

/** Sends a message; a fault over there is an outcome, never thrown. */
export type Sender<K extends Kind> = (envelope: Envelope<K>) => Promise<Outcome>

/** A notice's page as a full address. */
export function addressOf(site: string, link: string): string {
  return new URL(link, site).href
}
