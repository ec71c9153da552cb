import { defineRefusals } from './refusal-registry.ts'

/** What deliveries may answer instead of a result. */
export const deliveryRefusals = defineRefusals({
  'deliveries.channel.unknown': {
    status: 404,
    level: 'info',
    zh: '没有这个通知渠道，请刷新后重选。',
    en: 'There is no such channel; load the page anew.',
  },
  'deliveries.address.missing': {
    status: 422,
    level: 'info',
    zh: '请先填写接收邮件的地址。',
    en: 'Say first where mail is to reach you.',
  },
  'deliveries.message.alive': {
    status: 409,
    level: 'info',
    zh: '所选消息中没有未送达的，可能已由他人重发；请刷新。',
    en: 'None of these messages is undelivered any more, perhaps somebody has sent them again; load the list anew.',
  },
})
