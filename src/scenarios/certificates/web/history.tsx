import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { OwnCertificate } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './certificate.module.css'
import { wayWords } from './names.ts'

const words = {
  nobody: ['还没有人核验过。离线核验不经过平台，这里看不到。', 'Nobody yet. Who verifies offline is not seen here.'],
  unnamed: ['没有留名', 'gave no name'],
  passed: ['核验通过', 'valid'],
  failed: ['核验未通过', 'not valid'],
  nothing: ['还没有出示过。', 'Not shown yet.'],
  only: ['只显示必显内容', 'fixed fields alone'],
  to: [(audience: string) => `给 ${audience}`, (audience: string) => `for ${audience}`],
  until: [(moment: string) => `到 ${moment}`, (moment: string) => `until ${moment}`],
  ended: ['已结束', 'ended'],
  withdraw: ['收回', 'Take back'],
  withdrawn: ['已收回，现在起核验会提示已过期', 'Taken back; from now on it is told as over'],
} as const

/** Who verified, the latest first. */
export function Looks({ looks }: Pick<OwnCertificate, 'looks'>) {
  const t = useWords(words)
  const ways = useWords(wayWords)
  const dates = useDates()
  if (looks.length === 0) return <p className={css.note}>{t.nobody}</p>
  return (
    <ul className={css.history}>
      {looks.map(({ at, state, verifier, way }) => (
        <li key={at}>
          <strong>{verifier ?? t.unnamed}</strong>
          <span className={css.note}>
            {dotted(dates.moment(at), ways[way as keyof typeof wayWords], state === 'valid' ? t.passed : t.failed)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What I showed, and what can still be taken back. */
export function Showings({ certificate }: { readonly certificate: OwnCertificate }) {
  const t = useWords(words)
  const ways = useWords(wayWords)
  const dates = useDates()
  const tell = useNotice()
  const isChinese = useLanguage() === 'zh'
  const withdraw = useCommand(api.withdraw.call, { touches: touched, onDone: () => tell(t.withdrawn) })
  const { showings, heading } = certificate
  if (showings.length === 0) return <p className={css.note}>{t.nothing}</p>
  const labelOf = (field: string) => heading.labels[field]?.[isChinese ? 0 : 1] ?? field
  return (
    <>
      <FailureMessage error={withdraw.error} />
      <ul className={css.history}>
        {showings.map(({ showing, way, fields, audience, madeAt, until, ended }) => (
          <li key={showing}>
            <strong>{dotted(dates.moment(madeAt), ways[way], audience ? t.to(audience) : undefined)}</strong>
            <span className={css.note}>
              {dotted(
                fields.length > 0 ? fields.map(labelOf).join('、') : t.only,
                ended ? t.ended : t.until(dates.moment(until)),
              )}
            </span>
            {!ended && (
              <Button look="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate({ showing })}>
                {t.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
