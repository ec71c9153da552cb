import type { ComponentProps } from 'react'
import rows from '../account/rows.module.css'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Answered } from '../parts/states.tsx'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'

const words = {
  hint: ['输入其中两个字', 'Two characters of the name do'],
  choose: [(name: string) => `选 ${name}`, (name: string) => `Choose ${name}`],
  chosen: ['选', 'Choose'],
  most: [
    (count: number) => `只列前 ${count} 个，请把名称写全`,
    (count: number) => `Only the first ${count}; write the whole name`,
  ],
} as const

/** So many are asked for. */
export const mostFound = 20

/** One character finds half the county. */
export const canBeSought = (text: string) => text.trim().length >= 2

type Named = { readonly id: string; readonly name: string }

type FinderProps<T> = {
  readonly label: string
  /** What is said where nothing is called so. */
  readonly none: string
  readonly text: string
  readonly onType: (text: string) => void
  /** At most `mostFound`, for the text as it is. */
  readonly query: ComponentProps<typeof Answered<readonly T[]>>['query']
  /** What tells apart who or what has the same name. */
  readonly about?: (one: T) => string
  readonly onChoose: (one: T) => void
}

/** Finds one of many by a part of its name. */
export function Finder<T extends Named>({ label, none, text, onType, query, about, onChoose }: FinderProps<T>) {
  const t = useWords(words)
  return (
    <div className={css.stack}>
      <TextField
        label={label}
        hint={t.hint}
        type="search"
        maxLength={50}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
      {canBeSought(text) && (
        <Answered query={query}>
          {(found) => (
            <>
              {found.length === 0 && <p>{none}</p>}
              <ul className={rows.rows}>
                {found.map((one) => (
                  <li key={one.id} className={rows.row}>
                    <span className={rows.what}>
                      {one.name}
                      {about && <span className={rows.about}>{about(one)}</span>}
                    </span>
                    <Button aria-label={t.choose(one.name)} onClick={() => onChoose(one)}>
                      {t.chosen}
                    </Button>
                  </li>
                ))}
              </ul>
              {found.length === mostFound && <p className={css.note}>{t.most(mostFound)}</p>}
            </>
          )}
        </Answered>
      )}
    </div>
  )
}
