import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Audience, Notice, NoticeRule } from '#platform/server/notices/index.ts'

/*
 * Who is told what of supervision, beside what the obligations themselves tell: the debtor, that it is urged or its request was
 * decided; head and offices, that a duty was not acknowledged; each person, the list of the day.
 */

type About = {
  readonly title: string
  readonly offices?: string
  readonly debtor: { readonly organisation: string; readonly person: string | null }
}

const requestWords = {
  extension: ['延期申请', 'Extension'],
  dispute: ['交办争议', 'Dispute'],
  appeal: ['升级申诉', 'Appeal'],
} as const
const verdicts = { granted: ['成立', 'granted'], refused: ['未获同意', 'refused'] } as const

/** The notices of supervision. */
export const noticeRules: readonly NoticeRule[] = [
  rule('supervision.duty.reminded', (entry, { title, debtor }) => [
    told(entry, debtorOf(debtor), `催办：${title}，请抓紧办理`, `Reminder: ${title}`),
  ]),
  rule('supervision.duty.unacknowledged', (entry, { title, debtor, offices }) => [
    told(
      entry,
      `unit:${debtor.organisation}`,
      `超时未签收：${title}，请立即签收`,
      `Not acknowledged in time: ${title}`,
    ),
    ...(offices
      ? [told(entry, `unit:${offices}`, `未按时签收：${title}`, `A unit has not acknowledged: ${title}`)]
      : []),
  ]),
  ...(Object.keys(requestWords) as (keyof typeof requestWords)[]).flatMap((kind) =>
    (Object.keys(verdicts) as (keyof typeof verdicts)[]).map((verdict) =>
      rule(`supervision.duty.${kind}-${verdict}`, (entry, { title }) => [
        told(
          entry,
          `person:${String(entry.payload?.asker)}`,
          `${requestWords[kind][0]}${verdicts[verdict][0]}：${title}`,
          `${requestWords[kind][1]} ${verdicts[verdict][1]}: ${title}`,
        ),
      ]),
    ),
  ),
  {
    kind: 'supervision.day-list.told',
    tell: (entry) => {
      const { person, late, all, titles } = entry.payload as unknown as DayList
      const [first = ''] = titles
      const lateZh = late > 0 ? `，其中逾期 ${late} 项` : ''
      const zh = `今日清单：${all} 项到期${lateZh}。最急：${first}`
      const en = `Today: ${all} due${late > 0 ? `, ${late} of them late` : ''}. Most urgent: ${first}`
      return [{ kind: entry.kind, audience: `person:${person}`, zh, en, link: '/today' }]
    },
  },
]

type DayList = {
  readonly person: string
  readonly late: number
  readonly all: number
  readonly titles: readonly string[]
}

function rule(kind: string, tell: (entry: SealedEntry, about: About) => readonly Notice[]): NoticeRule {
  return {
    kind,
    tell: (entry) => (entry.payload === undefined ? [] : tell(entry, entry.payload.about as unknown as About)),
  }
}

function told(entry: SealedEntry, audience: Audience, zh: string, en: string): Notice {
  return { kind: entry.kind, audience, zh, en, link: `/duties/${entry.stream.split('/')[1]}` }
}

function debtorOf({ organisation, person }: About['debtor']): Audience {
  return person === null ? `unit:${organisation}` : `person:${person}`
}
