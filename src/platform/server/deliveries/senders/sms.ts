import type { Outcome } from '../domain/retry.ts'
import type { Envelope, Sender } from './envelope.ts'
import { postJson } from './post.ts'

const longestText = 60

/**
 * Sends a message by SMS over a provider's HTTP gateway: the template as the provider registered it, with the text and the page as its
 * parameters. What a gateway of another shape wants is done by a small adapter in front of it.
 */
export const sendSms: Sender<'sms'> = async ({ id, channel, secret, address, items, site }) => {
  const [first] = items
  const text = items.length === 1 ? (first?.zh ?? '') : `您有 ${items.length} 条新通知`
  return postText({ id, channel, secret, phone: address, parameters: { text: text.slice(0, longestText), url: site } })
}

/** One message for the gateway. */
type PostedText = Pick<Envelope<'sms'>, 'id' | 'channel' | 'secret'> & {
  readonly phone: string
  readonly parameters: { readonly text: string; readonly url: string }
}

/** Posts it; a gateway that fails or refuses is an outcome. */
export async function postText({ id, channel, secret, phone, parameters }: PostedText): Promise<Outcome> {
  if (secret.key === undefined) return { kind: 'refused', reason: 'no secret' }
  const body = { id, phone, template: channel.template, signature: channel.signature, parameters }
  const headers = { authorization: `Bearer ${secret.key}`, 'idempotency-key': id }
  const posted = await postJson(channel.url, JSON.stringify(body), headers)
  return 'failed' in posted ? posted.failed : { kind: 'sent' }
}
