import type { Language } from '../words/words.ts'

const known: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/^timeout$/, '对方迟迟不应答', 'the receiver did not answer in time'],
  [/^unreachable/, '连不上对方', 'the receiver cannot be reached'],
  [/^no secret$/, '缺少该渠道的密钥', 'the channel’s secret is missing'],
  [/^no address$/, '没有收件地址', 'there is no address to send it to'],
  [
    /^HTTP 40[13]$|^errcode (310000|93000|300001)$|^SMTP EAUTH$|^SMTP 535$/,
    '密钥或授权不对',
    'the secret is not accepted',
  ],
  [/^HTTP 4(04|10)$/, '对方地址不存在', 'there is nothing at the address'],
  [/^HTTP 5\d\d$|^SMTP 4\d\d$/, '对方系统故障', 'the receiver is out of order'],
  [/^SMTP 5\d\d$/, '对方邮箱拒收', 'the mailbox refuses it'],
]

/** Why a message did not arrive, in words, with the status that says it. */
export function reasonIn(language: Language, reason: string): string {
  const found = known.find(([pattern]) => pattern.test(reason))
  if (found === undefined) return reason
  return language === 'zh' ? `${found[1]}（${reason}）` : `${found[2]} (${reason})`
}
