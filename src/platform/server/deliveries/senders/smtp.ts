import { createTransport } from 'nodemailer'
import type { Outcome } from '../domain/retry.ts'
import { addressOf, type Sender } from './envelope.ts'

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends a message by mail; its Message-ID is the message's, so that a repeat can be told. */
export const sendMail: Sender<'smtp'> = async ({ id, channel, secret, address, items, site }) => {
  const { host, port, secure, from } = channel
  const auth = secret.user === undefined ? {} : { auth: { user: secret.user, pass: secret.password ?? '' } }
  const transport = createTransport({
    host,
    port,
    secure,
    ...auth,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const [first] = items
  const subject = items.length === 1 ? (first?.zh ?? '') : `${items.length} 条通知 notices`
  const text = items.map(({ zh, en, link }) => `${zh}\n${en}\n${addressOf(site, link)}`).join('\n\n')
  try {
    await transport.sendMail({ from, to: address, subject, text, messageId: `<${id}@${new URL(site).hostname}>` })
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  } finally {
    transport.close()
  }
}

function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  const reason = responseCode === undefined ? `SMTP ${code ?? 'fault'}` : `SMTP ${responseCode}`
  const isFinal = (responseCode ?? 0) >= 500 || code === 'EAUTH'
  return { kind: isFinal ? 'refused' : 'failed', reason }
}
