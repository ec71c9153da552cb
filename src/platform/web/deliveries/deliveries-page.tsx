import { useQuery } from '@tanstack/react-query'
import type { ChannelState, DeadMessage } from '#platform/contract/deliveries-contract.ts'
import rows from '../account/rows.module.css'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Answered, EmptyState, Skeleton } from '../parts/states.tsx'
import { useNotice } from '../shell/notice.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { deliveriesApi } from './deliveries-api.ts'
import css from './deliveries-page.module.css'
import { reasonIn } from './reasons.ts'

const words = {
  title: ['对外通知', 'Deliveries'],
  lead: [
    '平台经短信、邮件、群机器人和接口发出的通知。送不到的会自动重试两天，之后列在这里。',
    'Notices that leave by SMS, mail, chat robots and webhooks. What does not arrive is tried for two days and then listed here.',
  ],
  channels: ['渠道', 'Channels'],
  noChannels: ['还没有对外渠道', 'No channel yet'],
  noChannelsHint: [
    '在县区数据包的 channels.yaml 中写明渠道，密钥放在数据文件夹的 channels-secrets.json。',
    'Describe channels in channels.yaml of the county pack; their secrets go into channels-secrets.json of the data folder.',
  ],
  sent: [(count: number) => `今日送达 ${count} 条`, (count: number) => `${count} arrived today`],
  waiting: [(count: number) => `等待 ${count} 条`, (count: number) => `${count} waiting`],
  dead: [(count: number) => `未送达 ${count} 条`, (count: number) => `${count} undelivered`],
  undelivered: ['未送达', 'Undelivered'],
  none: ['没有未送达的消息', 'Everything has arrived'],
  notices: [(count: number) => `${count} 条通知`, (count: number) => `${count} notices`],
  attempts: [(count: number) => `试过 ${count} 次`, (count: number) => `tried ${count} times`],
  again: ['重新发送', 'Send again'],
  allAgain: ['全部重新发送', 'Send all again'],
  requeued: [(count: number) => `已重新排队 ${count} 条`, (count: number) => `${count} on their way again`],
} as const

const kindWords = {
  webhook: ['接口推送（Webhook）', 'Webhook'],
  'dingtalk-robot': ['钉钉群机器人', 'DingTalk robot'],
  'wecom-robot': ['企业微信群机器人', 'WeCom robot'],
  smtp: ['邮件', 'Mail'],
  sms: ['短信', 'SMS'],
} as const

/** 对外通知: what leaves the platform and what could not be delivered, for the system administrator. */
export function Page() {
  const t = useWords(words)
  const query = useQuery(deliveriesApi.deadMessages.queryOptions({ input: {}, refetchInterval: 30_000 }))
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Answered query={query} skeleton={<Skeleton rows={5} />}>
        {({ channels, messages }) =>
          channels.length === 0 ? (
            <EmptyState icon="bell" title={t.noChannels}>
              {t.noChannelsHint}
            </EmptyState>
          ) : (
            <div className={css.parts}>
              <Card title={t.channels}>
                <Channels channels={channels} />
              </Card>
              <Card title={t.undelivered} aside={messages.length > 1 && <SendAgain messages={messages} all />}>
                <Undelivered messages={messages} channels={channels} />
              </Card>
            </div>
          )
        }
      </Answered>
    </PageFrame>
  )
}

function Channels({ channels }: { readonly channels: readonly ChannelState[] }) {
  const t = useWords(words)
  const language = useLanguage()
  const kinds: Readonly<Record<string, string>> = useWords(kindWords)
  return (
    <ul className={rows.rows}>
      {channels.map((one) => (
        <li key={one.channel} className={rows.row}>
          <span className={rows.what}>
            {language === 'zh' ? one.name : one.english}
            <span className={rows.about}>{dotted(kinds[one.kind] ?? one.kind, one.channel)}</span>
          </span>
          <span className={css.counts}>
            <span>{t.sent(one.sentToday)}</span>
            <span>{t.waiting(one.waiting)}</span>
            <span data-dead={one.dead > 0}>{t.dead(one.dead)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

type UndeliveredProps = { readonly messages: readonly DeadMessage[]; readonly channels: readonly ChannelState[] }

function Undelivered({ messages, channels }: UndeliveredProps) {
  const t = useWords(words)
  const dates = useDates()
  const language = useLanguage()
  const nameOf = (id: string) => {
    const channel = channels.find((one) => one.channel === id)
    return (language === 'zh' ? channel?.name : channel?.english) ?? id
  }
  if (messages.length === 0) return <p>{t.none}</p>
  return (
    <ul className={rows.rows}>
      {messages.map((one) => (
        <li key={one.message} className={rows.row}>
          <span className={rows.what}>
            {dotted(nameOf(one.channel), reasonIn(language, one.reason))}
            <span className={rows.about}>
              {dotted(dates.moment(one.endedAt), t.attempts(one.attempts), t.notices(one.notices), one.kind)}
            </span>
          </span>
          <SendAgain messages={[one]} />
        </li>
      ))}
    </ul>
  )
}

function SendAgain({ messages, all = false }: { readonly messages: readonly DeadMessage[]; readonly all?: boolean }) {
  const t = useWords(words)
  const tell = useNotice()
  const again = useCommand(deliveriesApi.sendAgain.call, {
    touches: [deliveriesApi.key()],
    onDone: ({ again: count }) => tell(t.requeued(count)),
  })
  return (
    <span>
      <Button onClick={() => again.mutate({ messages: messages.map(({ message }) => message) })} busy={again.isPending}>
        {all ? t.allAgain : t.again}
      </Button>
      <FailureMessage error={again.error} />
    </span>
  )
}
