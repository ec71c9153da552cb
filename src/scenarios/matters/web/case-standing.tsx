import { paymentReturns } from '#platform/contract/payment-returns.ts'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import css from './cases.module.css'
import { channelWords, stateWords, wordOf } from './names.ts'
import { StateMark } from './state-mark.tsx'

const words = {
  submitted: ['提交时间', 'Submitted'],
  channel: ['来自', 'Came by'],
  ended: ['办结时间', 'Ended'],
  saved: ['比以前少跑', 'Trips saved'],
  papers: ['少交材料', 'Papers saved'],
  minutes: ['省下', 'Time saved'],
  times: [(count: number) => `${count} 次`, (count: number) => `${count}`],
  sheets: [(count: number) => `${count} 份`, (count: number) => `${count}`],
  minute: [(count: number) => `${count} 分钟`, (count: number) => `${count} min`],
  why: ['依据', 'Why'],
  rule: [
    (rule: string, version: string) => `规则“${rule}”，第 ${version} 版`,
    (rule: string, version: string) => `Rule ${rule}, version ${version}`,
  ],
  reason: ['理由', 'Reason'],
  whole: ['推算过程', 'The whole reckoning'],
  outcomes: ['办理结果', 'Outcomes'],
  yuan: [(amount: number) => `${amount} 元`, (amount: number) => `${amount} yuan`],
  returned: [
    (why: string, account: string) => `${why}（账号 ${account}），等更正收款账户`,
    (why: string, account: string) => `${why} (account ${account}); another account is waited for`,
  ],
  receipt: ['打印受理通知书', 'Print the receipt'],
  decision: ['打印决定书', 'Print the decision'],
} as const

const outcomeWords = {
  ordered: ['正在办理', 'Under way'],
  done: ['已出具', 'Issued'],
  failed: ['未成功', 'Failed'],
} as const

const outcomeWordsOf: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  payment: { ...outcomeWords, done: ['已划转', 'Paid'], returned: ['银行退回', 'Returned'] },
  post: { ...outcomeWords, done: ['已交寄', 'Posted'] },
}

/** How a case stands: state, clock, what it saved, why it was decided so, what it gave. */
export function CaseStanding({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const dates = useDates()
  const language = useLanguage()
  const { saved } = view
  const isDecided = view.state === 'granted' || view.state === 'rejected'
  return (
    <>
      <Card>
        <div className={css.small}>
          <div>
            <StateMark words={stateWords} state={view.state} />
          </div>
          {view.left && <Clock left={view.left} full />}
          <Facts
            rows={[
              [t.submitted, dates.moment(view.submittedAt)],
              [t.channel, wordOf(channelWords, view.channel, language)],
              ...(view.endedAt === null ? [] : [[t.ended, dates.moment(view.endedAt)] as const]),
              [t.saved, t.times(saved.trips)],
              [t.papers, t.sheets(saved.papers)],
              [t.minutes, t.minute(saved.minutes)],
            ]}
          />
          <a href={`/api/cases/${view.case}/papers/receipt`}>{t.receipt}</a>
          {isDecided && <a href={`/api/cases/${view.case}/papers/decision`}>{t.decision}</a>}
        </div>
      </Card>
      {view.why && <Why why={view.why} reason={view.reason} />}
      {view.outcomes.length > 0 && (
        <Card title={t.outcomes}>
          <ul className={css.rows}>
            {view.outcomes.map(({ outcome, kind, name, amountYuan, state, reference, account, returned }) => (
              <li key={outcome} className={css.row}>
                <span>{dotted(name, amountYuan !== null && t.yuan(amountYuan))}</span>
                <StateMark words={outcomeWordsOf[kind] ?? outcomeWords} state={state} />
                {returned && (
                  <span className={`${css.note} ${css.wide}`}>
                    {t.returned(paymentReturns[returned][language], account ?? '')}
                  </span>
                )}
                {reference && <span className={`${css.note} ${css.wide}`}>{reference}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

type WhyProps = { readonly why: NonNullable<CaseView['why']>; readonly reason: string | null }

function Why({ why, reason }: WhyProps) {
  const t = useWords(words)
  const language = useLanguage()
  const plain = (why.grounds as { readonly plain?: readonly string[] } | null)?.plain ?? []
  const rows = plain.filter((line) => line.startsWith('第 '))
  return (
    <Card title={t.why}>
      <div className={css.small}>
        <p className={css.note}>{t.rule(language === 'zh' ? why.ruleName : why.ruleEnglish, why.version)}</p>
        {(why.reason || reason) && (
          <p>
            {t.reason}：{why.reason || reason}
          </p>
        )}
        {rows.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {plain.length > rows.length && (
          <details>
            <summary>{t.whole}</summary>
            <ul className={css.plain}>
              {plain.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}
