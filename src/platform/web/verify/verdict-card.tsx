import type { CredentialVerdict } from '#platform/contract/credential-verdict.ts'
import { Facts } from '../parts/facts.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/words.ts'
import css from './verdict-card.module.css'

/** Each verdict in a word or two. */
const stateWords = {
  valid: ['有效', 'Valid'],
  altered: ['已被改动', 'Altered'],
  forged: ['不是本县签发', 'Forged'],
  unreadable: ['无法识别', 'Unreadable'],
  'not-yet': ['尚未生效', 'Not yet valid'],
  expired: ['已过有效期', 'Expired'],
  suspended: ['已暂停使用', 'Suspended'],
  revoked: ['已注销', 'Revoked'],
  unbound: ['不是持证人出示的', 'Not shown by its holder'],
  'show-expired': ['出示已过期', 'Showing expired'],
  'other-audience': ['不是出示给您的', 'Not shown to you'],
  replayed: ['可能是重复使用', 'May be replayed'],
  'status-unknown': ['不能确定是否注销', 'Status unknown'],
  paper: ['文书完好', 'As it was issued'],
} as const

const words = {
  issuer: ['签发单位', 'Issued by'],
  number: ['证照编号', 'Number'],
  until: ['有效期至', 'Valid until'],
  unlimited: ['长期', 'Unlimited'],
  shown: ['出示至', 'Shown until'],
  asOf: ['核验时间', 'As of'],
  signed: ['签名', 'Signature'],
} as const

type State = CredentialVerdict['state']
const sound: readonly State[] = ['valid', 'paper']
const waiting: readonly State[] = ['not-yet', 'status-unknown', 'show-expired']

/** What a verifier found: the verdict in words, colour and sign; whose it is; what was shown; as of when. */
export function VerdictCard({ verdict }: { readonly verdict: CredentialVerdict }) {
  const isChinese = useLanguage() === 'zh'
  const t = useWords(words)
  const states = useWords(stateWords)
  const tone = sound.includes(verdict.state) ? 'sound' : waiting.includes(verdict.state) ? 'waiting' : 'unsound'
  const icons: Readonly<Record<typeof tone, IconName>> = { sound: 'check', waiting: 'clock', unsound: 'close' }
  return (
    <section className={`${css.card} ${css[tone]}`} role="status" aria-live="polite">
      <h2 className={css.state}>
        <span className={css.sign}>
          <Icon name={icons[tone]} size={26} />
        </span>
        {states[verdict.state]}
      </h2>
      <p>{isChinese ? verdict.sentence.zh : verdict.sentence.en}</p>
      {verdict.heading?.sample && (
        <p className={css.sample}>样章 “测试” · {isChinese ? '不是真实证照' : 'no real document'}</p>
      )}
      {verdict.heading && <Shown verdict={verdict} heading={verdict.heading} label={t} />}
      {verdict.notes
        .filter(({ zh: note }) => !note.startsWith('样章'))
        .map((note) => (
          <p key={note.zh} className={css.note}>
            {isChinese ? note.zh : note.en}
          </p>
        ))}
    </section>
  )
}

type ShownProps = {
  readonly verdict: CredentialVerdict
  readonly heading: NonNullable<CredentialVerdict['heading']>
  readonly label: Readonly<Record<'issuer' | 'number' | 'until' | 'unlimited' | 'shown' | 'asOf' | 'signed', string>>
}

function Shown({ verdict, heading, label }: ShownProps) {
  const isChinese = useLanguage() === 'zh'
  const dates = useDates()
  const { showing, signature, validUntil } = verdict
  const rows: (readonly [string, string])[] = [
    ...verdict.disclosed.map(({ zh, en, value }) => [isChinese ? zh : en, value] as const),
    [label.issuer, heading.unitName],
    [label.number, heading.number],
    [label.until, validUntil ? dates.day(lastInstantOf(validUntil)) : label.unlimited],
    ...(showing?.audience ? [[label.shown, `${dates.moment(showing.until)}（${showing.audience}）`] as const] : []),
    [label.asOf, dates.moment(verdict.at)],
    ...(signature ? [[label.signed, `${signature.suite} · ${signature.keyId}`] as const] : []),
  ]
  return (
    <>
      <h3 className={css.title}>{isChinese ? heading.title : heading.english}</h3>
      <Facts rows={rows} />
      <p className={css.legal}>{heading.legal}</p>
    </>
  )
}

/** Validity ends with the instant at which the day after its last begins. */
function lastInstantOf(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString()
}
