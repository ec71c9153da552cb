import { createHmac } from 'node:crypto'
import { addressOf, type Sender } from './envelope.ts'
import { postJson } from './post.ts'

/** Posts a message as Standard Webhooks 1.0 asks: id, timestamp and an HMAC-SHA256 over both and the body. */
export const sendWebhook: Sender<'webhook'> = async ({ id, channel, secret, items, site, now }) => {
  if (secret.secret === undefined) return { kind: 'refused', reason: 'no secret' }
  const notices = items.map(({ link, ...item }) => ({ ...item, url: addressOf(site, link) }))
  const body = JSON.stringify({ type: items[0]?.kind, timestamp: now.toISOString(), data: { notices } })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const posted = await postJson(channel.url, body, {
    'webhook-id': `msg_${id}`,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(secret.secret, `msg_${id}`, timestamp, body),
  })
  return 'failed' in posted ? posted.failed : { kind: 'sent' }
}

/** `v1,` and the signature; a secret is `whsec_` and base64. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
