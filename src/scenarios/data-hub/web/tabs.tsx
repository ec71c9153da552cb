import { Link } from '@tanstack/react-router'
import { useMay } from '#platform/web/api/session.ts'
import { useWords } from '#platform/web/words/words.ts'
import css from './data.module.css'

const words = {
  parts: ['数据', 'Data'],
  catalogue: ['目录', 'Catalogue'],
  grants: ['授权', 'Grants'],
  looks: ['查询记录', 'Look-ups'],
  disputes: ['异议', 'Disputes'],
  refused: ['越权访问', 'Refused'],
} as const

/** The parts of the data hub. */
export function Tabs() {
  const t = useWords(words)
  const mayLook = useMay('data-hub.looks')
  const mayDispute = useMay('data-hub.dispute')
  const maySupervise = useMay('refused-access.read')
  const tabs = [
    ['/data', t.catalogue, true],
    ['/data/grants', t.grants, true],
    ['/data/look-ups', t.looks, mayLook],
    ['/data/disputes', t.disputes, mayDispute],
    ['/data/refused', t.refused, maySupervise],
  ] as const
  return (
    <nav className={css.tabs} aria-label={t.parts}>
      {tabs.map(([to, label, may]) =>
        may ? (
          <Link key={to} to={to} className={css.tab} activeOptions={{ exact: to === '/data', includeSearch: false }}>
            {label}
          </Link>
        ) : null,
      )}
    </nav>
  )
}
