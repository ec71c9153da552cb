import { Link } from '@tanstack/react-router'
import { useMay } from '#platform/web/api/session.ts'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import css from './cases.module.css'
import { materialWords } from './names.ts'
import { StateMark } from './state-mark.tsx'

const words = {
  nothing: ['无', 'none'],
  none: ['本事项不需要材料。', 'The matter needs no material.'],
  file: [(index: number) => `附件 ${index}`, (index: number) => `File ${index}`],
  dispute: ['数据有误，提出异议', 'This data is wrong'],
  asOf: [(day: string) => `数据日期 ${day}`, (day: string) => `as of ${day}`],
} as const

type Material = CaseView['materials'][number]

/** Each material with who brought it, of which day, and what it says; what is still wanted says why. */
export function CaseMaterials({ materials }: { readonly materials: readonly Material[] }) {
  const t = useWords(words)
  if (materials.length === 0) return <p className={css.note}>{t.none}</p>
  return (
    <ul className={css.rows}>
      {materials.map((material) => (
        <One key={material.material} material={material} />
      ))}
    </ul>
  )
}

function One({ material }: { readonly material: Material }) {
  const t = useWords(words)
  const dates = useDates()
  const either = useEither()
  const { name, state, byData, asOf, lookUp, records, files } = material
  const trouble = either(material.trouble, material.troubleEnglish)
  const mayDispute = useMay('data-hub.dispute')
  const source =
    byData && state !== 'supplied' ? dotted(byData.owner, byData.name, asOf ? t.asOf(dates.day(asOf)) : '') : ''
  return (
    <li className={css.row}>
      <span>{name}</span>
      <StateMark words={materialWords} state={state} />
      {source && <span className={`${css.note} ${css.wide}`}>{source}</span>}
      {trouble && <span className={`${css.note} ${css.wide}`}>{trouble}</span>}
      {records.map((record, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: records have no name of their own and never move
        <span key={index} className={css.wide}>
          {record
            .map(
              ({ label, english, value, unit }) =>
                `${either(label, english)} ${String(value ?? t.nothing)}${unit ? ` ${unit}` : ''}`,
            )
            .join('；')}
        </span>
      ))}
      {mayDispute && lookUp && (state === 'brought' || state === 'absent') && (
        <Link to={'/data/disputes' as string} search={{ look: lookUp } as never} className={css.wide}>
          {t.dispute}
        </Link>
      )}
      {files.map((file, index) => (
        <a key={file} href={`/api/files/${file}`} target="_blank" rel="noreferrer">
          {t.file(index + 1)}
        </a>
      ))}
    </li>
  )
}
