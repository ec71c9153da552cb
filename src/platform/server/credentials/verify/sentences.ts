import type { CredentialVerdict, VerdictState } from '#platform/contract/credential-verdict.ts'

type Sentence = CredentialVerdict['sentence']

/** The verdict in a sentence: the fact, and what to do. */
export const sentences: Readonly<Record<VerdictState, Sentence>> = {
  valid: {
    zh: '有效：由公布的密钥签发，内容未被改动，没有被注销。',
    en: 'Valid: signed by a published key, unaltered, and not revoked.',
  },
  altered: {
    zh: '已被改动：签名与内容不符，不要采信；请持证人重新出示。',
    en: 'Altered: the signature does not fit the contents. Do not rely on it; ask the holder to show it again.',
  },
  forged: {
    zh: '不是本县签发：签名所用的密钥不在公布的名单里，或与声称的算法不符；不要采信。',
    en: 'Forged: it is signed by no published key, or not in the way of that key. Do not rely on it.',
  },
  unreadable: {
    zh: '无法识别：这不是一张电子证照。请检查是否复制完整。',
    en: 'Unreadable: this is no credential. Check that it was copied whole.',
  },
  'not-yet': {
    zh: '尚未生效：还没有到生效的时间；如与实际不符，请核对本机时钟。',
    en: 'Not yet valid: its time has not begun. If that is odd, check the clock of this machine.',
  },
  expired: { zh: '已过有效期。', en: 'Expired: its validity has ended.' },
  suspended: {
    zh: '已暂停使用：签发单位正在核查，恢复前不能作为依据。',
    en: 'Suspended: its issuer is looking into it; it proves nothing until it is resumed.',
  },
  revoked: { zh: '已注销：签发单位已注销这张证照，不能作为依据。', en: 'Revoked by its issuer: it proves nothing.' },
  unbound: {
    zh: '不是持证人出示的：缺少出示签名，可能是截留的副本；请持证人重新出示。',
    en: 'Not shown by its holder: the binding is missing, so it may be a copy that was kept. Ask the holder to show it.',
  },
  'show-expired': {
    zh: '出示已过期：持证人给的查看时间已经结束，请持证人重新出示。',
    en: 'The showing has expired: the time that the holder gave is over. Ask the holder to show it again.',
  },
  'other-audience': {
    zh: '不是出示给您的：持证人指定的查看方是别人。',
    en: 'Not shown to you: the holder named somebody else.',
  },
  replayed: {
    zh: '不是对这次询问的出示：可能是把以前的出示再用了一次；请持证人重新出示。',
    en: 'Not shown for this question: an earlier showing may have been used again. Ask the holder to show it.',
  },
  'status-unknown': {
    zh: '签名真实、在有效期内；但没有（或没有够新的）注销名单，不能确定是否已被注销。',
    en: 'Genuine and within its time; but without a fresh enough status list nobody can say whether it was revoked.',
  },
  paper: {
    zh: '文书完好：这份 PDF 由本县签章，从出具到现在没有被改动。它不是电子证照，没有注销名单可查。',
    en: 'As it was issued: the county sealed this PDF, and nothing of it was changed since. It is no credential, so no list says whether it still counts.',
  },
}

/** What goes beside the verdict. Ages and lags are in milliseconds. */
export function notesOf(facts: {
  readonly sample: boolean
  readonly behind: number
  readonly statusAge: number | undefined
  readonly fresh: number
}): Sentence[] {
  const notes: Sentence[] = []
  if (facts.sample)
    notes.push({
      zh: '样章“测试”：演示数据，不是真实证照。',
      en: 'Sample “测试”: of a demonstration, no real document.',
    })
  if (facts.behind > 0) {
    const { zh, en } = spanOf(facts.behind)
    notes.push({
      zh: `本机时钟至少慢 ${zh}：证照或注销名单的签发时间晚于本机时间，请校准时钟。`,
      en: `The clock of this machine is at least ${en} behind: something was signed later than now. Set the clock.`,
    })
  }
  if (facts.statusAge !== undefined && facts.statusAge > facts.fresh) {
    const { zh, en } = spanOf(facts.statusAge)
    notes.push({
      zh: `注销名单是 ${zh}前的（或本机时钟偏快）；联网时请重新获取。`,
      en: `The status list is ${en} old (or the clock of this machine is ahead); fetch it anew when you have a line.`,
    })
  }
  return notes
}

function spanOf(milliseconds: number): Sentence {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 120) return { zh: `${minutes} 分钟`, en: `${minutes} minutes` }
  const hours = Math.round(minutes / 60)
  return { zh: `${hours} 小时`, en: `${hours} hours` }
}
