import { Link } from '@tanstack/react-router'
import { useMay } from '#platform/web/api/session.ts'
import { useWords } from '#platform/web/words/words.ts'
import css from './desk.module.css'

const words = {
  parts: ['督办台', 'Supervision'],
  queue: ['队列', 'Queue'],
  leader: ['领导清单', 'For leaders'],
  matters: ['交办', 'Given'],
  rates: ['办结情况', 'Rates'],
  trial: ['时限试算', 'Trial'],
} as const

const tabs = [
  ['/supervision/matters', 'matters', 'supervision.open'],
  ['/supervision/rates', 'rates', 'supervision.read'],
  ['/supervision/trial', 'trial', 'obligations.supervise'],
] as const

/** The parts of the supervision desk. */
export function Tabs() {
  const t = useWords(words)
  const supervises = useMay('obligations.supervise')
  const may = {
    'supervision.open': useMay('supervision.open'),
    'supervision.read': useMay('supervision.read'),
    'obligations.supervise': supervises,
  }
  return (
    <nav className={css.tabs} aria-label={t.parts}>
      <Link to="/supervision" className={css.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {supervises ? t.queue : t.leader}
      </Link>
      {tabs.map(([to, name, permission]) =>
        may[permission] ? (
          <Link key={to} to={to} className={css.tab} activeOptions={{ includeSearch: false }}>
            {t[name]}
          </Link>
        ) : null,
      )}
    </nav>
  )
}
