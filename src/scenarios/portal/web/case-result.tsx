import { Link } from '@tanstack/react-router'
import { paymentReturns } from '#platform/contract/payment-returns.ts'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import own from './case.module.css'
import { CaseState } from './case-state.tsx'
import css from './portal.module.css'

const words = {
  gathering: [
    '正在向有关部门取资料，一般几秒；取不到的会接着取，您不用重来。',
    'The departments are asked; seconds as a rule. Who does not answer is asked again, you need not begin anew.',
  ],
  waits: ['请照下面的清单补上，补上就接着办。', 'Do what stands below; it goes on from there.'],
  saved: [
    (trips: number, papers: number) => `少跑 ${trips} 趟，少交 ${papers} 份材料`,
    (trips: number, papers: number) => `${trips} trips and ${papers} papers saved`,
  ],
  ordered: ['正在办，好了会告诉您', 'on its way; you will be told'],
  paying: [(money: string) => `${money}正在划转，到账会告诉您`, (money: string) => `${money} on its way to the bank`],
  document: ['下载（PDF）', 'Download (PDF)'],
  credential: ['打开我的证照', 'Open my certificates'],
  paid: [(money: string) => `${money}已划转`, (money: string) => `${money} paid`],
  voucher: [(reference: string) => `银行流水号 ${reference}`, (reference: string) => `bank reference ${reference}`],
  post: [
    (reference: string) => `已寄出，邮寄单号 ${reference}`,
    (reference: string) => `posted, tracking number ${reference}`,
  ],
  numbered: [(reference: string) => `编号 ${reference}`, (reference: string) => `No. ${reference}`],
  failed: [
    (authority: string) => `没有发出来，请联系${authority}，不用重新申请`,
    (authority: string) => `could not be issued; please call ${authority}, and do not ask again`,
  ],
  returned: [
    (why: string, account: string) => `银行退回：${why}（尾号 ${account}），请在上面更正收款账户`,
    (why: string, account: string) =>
      `given back by the bank: ${why} (ending in ${account}); correct the account above`,
  ],
  account: [(account: string) => `收款账号尾号 ${account}`, (account: string) => `account ending in ${account}`],
  receipt: ['受理回执（PDF）', 'Receipt (PDF)'],
  refused: ['不予办理决定书（PDF）', 'Decision (PDF)'],
  again: ['改正后再次申请', 'Ask again'],
  yuan: [(yuan: string) => `${yuan} 元`, (yuan: string) => `${yuan} yuan`],
} as const

/** The first thing on the page of a case: where it stands, what came of it, what comes next. */
export function CaseResult({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const isOver = view.state === 'rejected' || view.state === 'withdrawn'
  return (
    <div className={css.panel}>
      <div className={css.list} role="status">
        <CaseState of={{ ...view, returned: false, waitsForApplicant: view.waitsForApplicant && !view.returned }} />
        {view.waitsForApplicant && !view.returned ? (
          <p>{t.waits}</p>
        ) : (
          view.state === 'gathering' && <p>{t.gathering}</p>
        )}
        {view.reason && <p>{view.reason}</p>}
        {!isOver && view.left && <Clock left={view.left} />}
      </div>
      <Outcomes view={view} />
      {view.state === 'granted' && <p className={css.note}>{t.saved(view.saved.trips, view.saved.papers)}</p>}
      <p className={own.links}>
        {view.state !== 'gathering' && <Paper of={view} paper="receipt" label={t.receipt} />}
        {view.state === 'rejected' && <Paper of={view} paper="decision" label={t.refused} />}
        {isOver && <Link to={`/portal/matters/${view.matter.id}` as string}>{t.again}</Link>}
      </p>
    </div>
  )
}

function Outcomes({ view }: { readonly view: CaseView }) {
  if (view.outcomes.length === 0) return null
  const moneyFirst = [...view.outcomes].sort((a, b) => Number(b.kind === 'payment') - Number(a.kind === 'payment'))
  return (
    <ul className={own.outcomes}>
      {moneyFirst.map((outcome) => (
        <li key={outcome.outcome}>
          <Outcome view={view} outcome={outcome} />
        </li>
      ))}
    </ul>
  )
}

type OutcomeProps = { readonly view: CaseView; readonly outcome: CaseView['outcomes'][number] }

function Outcome({ view, outcome: { name, kind, state, reference, amountYuan, account, returned } }: OutcomeProps) {
  const t = useWords(words)
  const language = useLanguage()
  const tail = account?.slice(-4)
  const money = amountYuan === null ? '' : t.yuan(amountYuan.toLocaleString('zh-CN'))
  const waits = amountYuan === null ? t.ordered : t.paying(money)
  const numbers = { payment: t.voucher, post: t.post } as const
  const number = reference && (numbers[kind as keyof typeof numbers] ?? t.numbered)(reference)
  return (
    <>
      <strong>{state === 'done' && money ? t.paid(money) : name}</strong>
      <span className={css.note}>
        {state === 'done' && dotted(money && name, number, tail && t.account(tail))}
        {state === 'ordered' && dotted(waits, tail && t.account(tail))}
        {returned && t.returned(paymentReturns[returned][language], tail ?? '')}
        {state === 'failed' && t.failed(view.authority.name)}
      </span>
      {state === 'done' && kind === 'document' && <Paper of={view} paper="decision" label={t.document} />}
      {state === 'done' && kind === 'credential' && <Link to={'/portal/certificates' as string}>{t.credential}</Link>}
    </>
  )
}

type PaperProps = { readonly of: CaseView; readonly paper: 'receipt' | 'decision'; readonly label: string }

function Paper({ of, paper, label }: PaperProps) {
  return (
    <a className={own.paper} href={`/api/portal/cases/${of.case}/papers/${paper}`} target="_blank" rel="noreferrer">
      <Icon name="file" />
      {label}
    </a>
  )
}
