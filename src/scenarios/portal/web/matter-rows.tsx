import { Link } from '@tanstack/react-router'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useLanguage } from '#platform/web/words/words.ts'
import css from './portal.module.css'

type Row = { readonly matter: string; readonly name: string; readonly english: string }

/** Matters as rows that a thumb hits. */
export function MatterRows({ rows }: { readonly rows: readonly Row[] }) {
  const isChinese = useLanguage() === 'zh'
  return (
    <ul className={css.rows}>
      {rows.map(({ matter, name, english }) => (
        <li key={matter}>
          <Link to={`/portal/matters/${matter}` as string} className={css.row}>
            <span>{isChinese ? name : english}</span>
            <Icon name="next" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
