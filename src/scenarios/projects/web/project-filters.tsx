import { useEffect, useState } from 'react'
import { useSession } from '#platform/web/api/session.ts'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Lamp, lampColours } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './projects-page.module.css'

/** What the address says of the list. */
export type Filter = { readonly search?: string; readonly lamp?: string; readonly unit?: string }

type ProjectFiltersProps = {
  readonly filter: Filter
  readonly onChange: (changes: { [K in keyof Filter]?: string | undefined }) => void
}

const words = {
  search: ['按项目名称查找', 'Find by title'],
  lamps: ['按灯筛选', 'By lamp'],
  mine: ['只看本单位', 'My unit only'],
} as const

const typingPauseMs = 250

/** Search, lamps, own unit; all in the address. */
export function ProjectFilters({ filter, onChange }: ProjectFiltersProps) {
  const t = useWords(words)
  const { organisation } = useSession()
  return (
    <search className={css.filters}>
      <SearchBox label={t.search} value={filter.search ?? ''} onSearch={(search) => onChange({ search })} />
      <fieldset className={css.chips}>
        <legend className="visually-hidden">{t.lamps}</legend>
        {lampColours.map((lamp) => (
          <button
            key={lamp}
            type="button"
            className={css.chip}
            aria-pressed={filter.lamp === lamp}
            onClick={() => onChange({ lamp: filter.lamp === lamp ? undefined : lamp })}
          >
            <Lamp colour={lamp} />
          </button>
        ))}
        <button
          type="button"
          className={css.chip}
          aria-pressed={filter.unit === organisation}
          onClick={() => onChange({ unit: filter.unit === organisation ? undefined : organisation })}
        >
          {t.mine}
        </button>
      </fieldset>
    </search>
  )
}

type SearchBoxProps = {
  readonly label: string
  readonly value: string
  readonly onSearch: (text: string | undefined) => void
}

function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim() || undefined), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <label className={css.search}>
      <span className="visually-hidden">{label}</span>
      <Icon name="search" size={18} />
      <input
        type="search"
        placeholder={label}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  )
}
