import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Choice } from '../parts/choice.tsx'
import { TextField } from '../parts/field.tsx'
import { Answered } from '../parts/states.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import { mandateApi } from './mandate-api.ts'
import css from './resident-forms.module.css'

const words = {
  which: ['哪些事', 'Which matters'],
  named: ['选几件事', 'Some matters'],
  all: ['全部事项', 'All matters'],
  wide: ['全部事项也包括以后新增的，请只给信得过的人。', 'All includes what comes later: only for somebody you trust.'],
  find: ['按名称找', 'Find by name'],
  chosen: [(count: number) => `已选 ${count} 件`, (count: number) => `${count} chosen`],
  none: ['没有这样的事项。', 'There is no such matter.'],
} as const

/** The matters that a mandate names; null is all of them. Nothing is chosen to begin with. */
export type ChosenMatters = readonly string[] | null

type MatterChoiceProps = {
  readonly chosen: ChosenMatters
  readonly onChange: (chosen: ChosenMatters) => void
  /** For whom the matters are. */
  readonly applicant: 'person' | 'enterprise'
}

/** Which matters somebody may do: those that are named one by one or, where it is said so, all. */
export function MatterChoice({ chosen, onChange, applicant }: MatterChoiceProps) {
  const t = useWords(words)
  return (
    <div className={css.fields}>
      <p aria-hidden="true">{t.which}</p>
      <Choice
        label={t.which}
        value={chosen === null ? 'all' : 'named'}
        onChange={(way) => onChange(way === 'all' ? null : [])}
        options={[
          { value: 'named', label: t.named },
          { value: 'all', label: t.all },
        ]}
      />
      {chosen === null ? (
        <p className={css.muted}>{t.wide}</p>
      ) : (
        <Named chosen={chosen} onChange={onChange} applicant={applicant} />
      )}
    </div>
  )
}

function Named({ chosen, onChange, applicant }: MatterChoiceProps & { readonly chosen: readonly string[] }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const [find, setFind] = useState('')
  const query = useQuery(mandateApi.matters.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const toggle = (matter: string) =>
    onChange(chosen.includes(matter) ? chosen.filter((one) => one !== matter) : [...chosen, matter])
  return (
    <>
      <TextField label={t.find} type="search" value={find} onChange={(event) => setFind(event.target.value)} />
      <Answered query={query}>
        {({ matters }) => {
          const found = matters.filter(
            ({ matter, name, english, applicants }) =>
              applicants.includes(applicant) &&
              (chosen.includes(matter) || `${name} ${english}`.toLowerCase().includes(find.trim().toLowerCase())),
          )
          if (found.length === 0) return <p>{t.none}</p>
          return (
            <fieldset className={css.matters}>
              <legend className="visually-hidden">{t.which}</legend>
              {found.map(({ matter, name, english }) => (
                <label key={matter} className={css.matter}>
                  <input type="checkbox" checked={chosen.includes(matter)} onChange={() => toggle(matter)} />
                  {isChinese ? name : english}
                </label>
              ))}
            </fieldset>
          )
        }}
      </Answered>
      <p role="status" className={css.muted}>
        {t.chosen(chosen.length)}
      </p>
    </>
  )
}
