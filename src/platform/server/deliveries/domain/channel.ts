/*
 * A channel carries notices of some kinds out of the platform. Webhooks and robots show a notice once, to whoever reads there; mail and
 * SMS bring it to each person. What is confidential shows nowhere but behind the sign-in: a person is told that something waits.
 */

/** How a person wants a channel: each notice as it comes, gathered once a working day, or not at all. */
export type Mode = 'at-once' | 'digest' | 'off'

/** What of a channel the rules ask. */
export type ChannelRule = {
  readonly id: string
  readonly kind: 'webhook' | 'dingtalk-robot' | 'wecom-robot' | 'smtp' | 'sms'
  /** Beginnings of the kinds that it carries. */
  readonly kinds: readonly string[]
  readonly audiences?: readonly string[]
  readonly usual?: Mode
}

/** What of a notice the rules ask. */
export type ToldNotice = { readonly kind: string; readonly audience: string; readonly confidential: boolean }

/** Whether a channel brings notices to persons, one by one. */
export function isPersonal({ kind }: Pick<ChannelRule, 'kind'>): boolean {
  return kind === 'smtp' || kind === 'sms'
}

/** Whether a channel carries a notice at all. */
export function carries(channel: ChannelRule, notice: ToldNotice): boolean {
  if (!startsWithAny(notice.kind, channel.kinds)) return false
  if (isPersonal(channel)) return !notice.audience.startsWith('unit:')
  return !notice.confidential && (channel.audiences?.includes(notice.audience) ?? true)
}

/** Whether a dotted kind is one of these or lies below one of them. @example `startsWithAny('plans.plate.given', ['plans.plate'])` */
export function startsWithAny(kind: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => kind === beginning || kind.startsWith(`${beginning}.`))
}
