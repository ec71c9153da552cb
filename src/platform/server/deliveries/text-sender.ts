import type { Channels } from '#platform/server/county/index.ts'
import type { PlaceOf } from './places.ts'
import { postText } from './senders/sms.ts'

/** A short message to a phone, at once and past every digest and quiet hour: somebody waits for it at a screen. */
export type ShortText = { readonly id: string; readonly phone: string; readonly text: string }

/** Sends short messages over the county's first SMS channel; undefined where it has none that leads anywhere. False where one did not go out. */
export function openTextSender(
  channels: Channels | undefined,
  placeOf: PlaceOf,
): ((message: ShortText) => Promise<boolean>) | undefined {
  const channel = channels?.channels.find((one) => one.kind === 'sms')
  const placed = channel?.kind === 'sms' ? placeOf(channel) : undefined
  if (channels === undefined || placed === undefined) return undefined
  return async ({ id, phone, text }) => {
    const sent = await postText({ id, ...placed, phone, parameters: { text, url: channels.site } })
    return sent.kind === 'sent'
  }
}
