import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { sessionApi } from '../api/session.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import css from './single-sign-on.module.css'

const words = {
  by: [(name: string) => `用${name}登录`, (name: string) => `Sign in with ${name}`],
} as const

type SignOnProvidersProps = {
  readonly door: 'staff' | 'residents'
  /** What is told of the refusals with which a way back may have ended. */
  readonly reasons: Readonly<Record<string, string>>
  /** What stands between these and the other ways in. */
  readonly or: string
}

/** The providers of single sign-on of a door, and why the last attempt did not succeed; nothing where the county has none. */
export function SignOnProviders({ door, reasons, or }: SignOnProvidersProps) {
  const t = useWords(words)
  const language = useLanguage()
  const { data } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const { refused, next } = useSearch({ strict: false }) as { refused?: string; next?: string }
  const providers = data?.singleSignOn.filter((one) => one.door === door) ?? []
  const reason = refused === undefined || !Object.hasOwn(reasons, refused) ? undefined : reasons[refused]
  if (providers.length === 0) return null
  const onwards = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <div className={css.providers}>
      {reason && (
        <p role="alert" className={css.reason}>
          <Icon name="info" /> {reason}
        </p>
      )}
      {providers.map(({ provider, name, english }) => (
        <a key={provider} className={css.provider} href={`/api/sso/${provider}${onwards}`}>
          {t.by(language === 'zh' ? name : english)}
        </a>
      ))}
      <p className={css.or}>{or}</p>
    </div>
  )
}
