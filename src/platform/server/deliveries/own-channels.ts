import type { ChannelMode, OwnChannel } from '#platform/contract/deliveries-contract.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Channels } from '#platform/server/county/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findChoices, saveChoice } from './desk-store.ts'

type Channel = Channels['channels'][number]
type PersonalChannel = Extract<Channel, { readonly kind: 'smtp' | 'sms' }>

/** The channels that reach a person, and how they want them. */
export async function viewOwnChannels(
  tx: Transaction,
  channels: Channels | undefined,
  { jurisdiction, person }: { readonly jurisdiction: string; readonly person: string },
): Promise<OwnChannel[]> {
  const { phone, choices } = await findChoices(tx, jurisdiction, person)
  return personal(channels).map(({ id, kind, name, english, usual }) => {
    const own = choices.find(({ channel }) => channel === id)
    const address = kind === 'sms' ? (phone?.replace(/^.*(?=\d{4}$)/, '•••') ?? null) : (own?.address ?? null)
    return { channel: id, kind, name, english, mode: own?.mode ?? usual, address }
  })
}

/** What a person chooses. */
export type WantedChoice = {
  readonly channel: string
  readonly mode: ChannelMode
  readonly address?: string | undefined
}

/** Keeps how a person wants a channel. Refuses: `deliveries.channel.unknown`, `deliveries.address.missing`. */
export async function decideChoice(
  tx: Transaction,
  channels: Channels | undefined,
  { actor }: CommandCall,
  wanted: WantedChoice,
): Promise<Result<Decision<{ readonly channel: string; readonly mode: ChannelMode }>>> {
  const channel = personal(channels).find(({ id }) => id === wanted.channel)
  if (channel === undefined) return refuse('deliveries.channel.unknown')
  const { choices } = await findChoices(tx, actor.jurisdiction, actor.person)
  const known = choices.find((one) => one.channel === channel.id)?.address ?? null
  const address = channel.kind === 'smtp' ? (wanted.address ?? known) : null
  if (channel.kind === 'smtp' && wanted.mode !== 'off' && address === null) return refuse('deliveries.address.missing')
  const { mode } = wanted
  const writes = [saveChoice(actor.jurisdiction, actor.person, { channel: channel.id, mode, address })]
  return ok({ answer: { channel: channel.id, mode }, entries: [], writes })
}

function personal(channels: Channels | undefined): readonly PersonalChannel[] {
  return (channels?.channels ?? []).filter((channel) => channel.kind === 'smtp' || channel.kind === 'sms')
}
