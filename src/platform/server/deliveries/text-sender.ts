import type { Channels } from '#platform/server/county/index.ts'
import type { ChannelSecret } from './secrets.ts'
import { postText } from './senders/sms.ts'

/** A short message to a phone, at once and past every digest and quiet hour: somebody waits for it at a screen. */
export type ShortText = { readonly id: string; readonly phone: string; readonly text: string }

/** Sends short messages over the county's first SMS channel; undefined where it has none. False where one did not go out. */
export function openTextSender(
  channels: Channels | undefined,
  secrets: ReadonlyMap<string, ChannelSecret>,
): ((message: ShortText) => Promise<boolean>) | undefined {
  const channel = channels?.channels.find((one) => one.kind === 'sms')
  if (channels === undefined || channel?.kind !== 'sms') return undefined
  return async ({ id, phone, text }) => {
    const secret = secrets.get(channel.id) ?? {}
    const sent = await postText({ id, channel, secret, phone, parameters: { text, url: channels.site } })
    return sent.kind === 'sent'
  }
}
