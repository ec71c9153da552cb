import { createHmac } from 'node:crypto'
import type { Outcome } from '../domain/retry.ts'
import type { LeasedItem } from '../message-store.ts'
import { addressOf, type Sender } from './envelope.ts'
import { postJson } from './post.ts'

/** Shows a message in a DingTalk group through its robot, signed. */
export const sendDingTalk: Sender<'dingtalk-robot'> = async ({ channel, secret, items, site, now }) => {
  if (secret.accessToken === undefined || secret.secret === undefined) return { kind: 'refused', reason: 'no secret' }
  const url = new URL(channel.url)
  const timestamp = String(now.getTime())
  url.searchParams.set('access_token', secret.accessToken)
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', signOfDingTalk(secret.secret, timestamp))
  const text = markdownOf(items, site)
  const body = { msgtype: 'markdown', markdown: { title: items[0]?.zh.slice(0, 60) ?? '', text } }
  return ended(await postJson(url.href, JSON.stringify(body)), tooOftenAtDingTalk)
}

/** Shows a message in a WeCom group through its robot. */
export const sendWeCom: Sender<'wecom-robot'> = async ({ channel, secret, items, site }) => {
  if (secret.key === undefined) return { kind: 'refused', reason: 'no secret' }
  const url = new URL(channel.url)
  url.searchParams.set('key', secret.key)
  const body = { msgtype: 'markdown', markdown: { content: markdownOf(items, site).slice(0, 4000) } }
  return ended(await postJson(url.href, JSON.stringify(body)), tooOftenAtWeCom)
}

/** The signature that a DingTalk robot asks for: over the instant in milliseconds and the secret itself. */
export function signOfDingTalk(secret: string, timestamp: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
}

const tooOftenAtDingTalk: readonly unknown[] = [-1, 130101, 410100]
const tooOftenAtWeCom: readonly unknown[] = [-1, 45009, 45033]

/** Both answer 200 whatever happens, and say in `errcode` what did. */
function ended(posted: Awaited<ReturnType<typeof postJson>>, passing: readonly unknown[]): Outcome {
  if ('failed' in posted) return posted.failed
  const code = errorCodeOf(posted.answer)
  if (code === 0) return { kind: 'sent' }
  const reason = `errcode ${Number.isInteger(code) ? code : 'missing'}`
  return passing.includes(code) ? { kind: 'failed', reason } : { kind: 'refused', reason }
}

function errorCodeOf(answer: string): unknown {
  try {
    return (JSON.parse(answer) as { errcode?: unknown }).errcode
  } catch {
    return undefined
  }
}

function markdownOf(items: readonly LeasedItem[], site: string): string {
  return items.map(({ zh, link }) => `- [${zh.replace(/[[\]\n]/g, ' ')}](${addressOf(site, link)})`).join('\n')
}
