import type { Outcome } from '../domain/retry.ts'
import type { Envelope } from './envelope.ts'
import { sendDingTalk, sendWeCom } from './robots.ts'
import { sendSms } from './sms.ts'
import { sendMail } from './smtp.ts'
import { sendWebhook } from './webhook.ts'

/** Sends a message by the kind of its channel. */
export function send(envelope: Envelope): Promise<Outcome> {
  const { channel } = envelope
  switch (channel.kind) {
    case 'webhook':
      return sendWebhook({ ...envelope, channel })
    case 'dingtalk-robot':
      return sendDingTalk({ ...envelope, channel })
    case 'wecom-robot':
      return sendWeCom({ ...envelope, channel })
    case 'smtp':
      return sendMail({ ...envelope, channel })
    case 'sms':
      return sendSms({ ...envelope, channel })
  }
}

export type { Envelope } from './envelope.ts'
