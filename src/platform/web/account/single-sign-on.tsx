import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { sessionApi } from '../api/session.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import css from './single-sign-on.module.css'

const words = {
  by: [(name: string) => `用${name}登录`, (name: string) => `Sign in with ${name}`],
  or: ['或用密码登录', 'or by password'],
  'identity.external.unlisted': [
    '您的外部账号还没有和本平台的人员对应；请联系系统管理员登记后再来，或用密码登录。',
    'Your account over there is not listed for anybody here. Ask the system administrator to list it, or sign in by password.',
  ],
  'identity.external.administrator': [
    '系统、安全、审计管理员只能用密码登录。',
    'The system, security and audit administrators sign in by password alone.',
  ],
  'identity.external.unavailable': [
    '单点登录暂时无法使用，请稍后再试，或用密码登录。',
    'Single sign-on does not answer at present. Try again later, or sign in by password.',
  ],
  'identity.external.refused': [
    '单点登录没有完成或已过期，请重新登录。',
    'Single sign-on was not completed or has run out; begin again.',
  ],
  'identity.sign-in.no-post': [
    '您目前没有任何岗位，不能登录；请联系安全管理员。',
    'You hold no post at present and cannot sign in; ask the security administrator.',
  ],
} as const

const reasons = [
  'identity.external.unlisted',
  'identity.external.administrator',
  'identity.external.unavailable',
  'identity.external.refused',
  'identity.sign-in.no-post',
] as const

/** The providers of single sign-on, and why the last attempt did not succeed; nothing where the county has none. */
export function SingleSignOn() {
  const t = useWords(words)
  const language = useLanguage()
  const { data } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const { refused, next } = useSearch({ strict: false }) as { refused?: string; next?: string }
  const reason = reasons.find((one) => one === refused)
  if (!data?.singleSignOn.length) return null
  const onwards = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <div className={css.providers}>
      {reason && (
        <p role="alert" className={css.reason}>
          <Icon name="info" /> {t[reason]}
        </p>
      )}
      {data.singleSignOn.map(({ provider, name, english }) => (
        <a key={provider} className={css.provider} href={`/api/sso/${provider}${onwards}`}>
          {t.by(language === 'zh' ? name : english)}
        </a>
      ))}
      <p className={css.or}>{t.or}</p>
    </div>
  )
}
