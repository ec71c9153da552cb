import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CertificateLine } from '../contract/views.ts'
import css from './certificate.module.css'
import { stateWords } from './names.ts'

const signs: Readonly<Record<CertificateLine['state'], readonly [IconName, string | undefined]>> = {
  valid: ['check', css.good],
  'not-yet': ['clock', css.calm],
  suspended: ['pause', css.held],
  revoked: ['close', css.bad],
  expired: ['clock', css.calm],
}

/** How a certificate stands: a word with its sign. */
export function StateBadge({ state }: Pick<CertificateLine, 'state'>) {
  const t = useWords(stateWords)
  const [icon, tone] = signs[state]
  return (
    <span className={`${css.badge} ${tone ?? ''}`}>
      <Icon name={icon} size={16} />
      {t[state]}
    </span>
  )
}
