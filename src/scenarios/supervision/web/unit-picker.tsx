import { useId, useState } from 'react'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './form.module.css'

type Unit = { readonly id: string; readonly shortName: string; readonly name: string }

type UnitPickerProps = {
  readonly label: string
  readonly units: readonly Unit[]
  readonly chosen: readonly string[]
  /** How many at most; any number where left out. */
  readonly most?: number
  readonly onChange: (chosen: string[]) => void
}

const words = {
  hint: ['输入单位名称查找', 'Type a part of the name'],
  remove: [(unit: string) => `移除 ${unit}`, (unit: string) => `Remove ${unit}`],
  none: ['没有这个单位', 'No such unit'],
} as const

const shown = 8

/** Chooses units by a part of their name; what is chosen stands before the field. */
export function UnitPicker({ label, units, chosen, most = 100, onChange }: UnitPickerProps) {
  const t = useWords(words)
  const id = useId()
  const [text, setText] = useState('')
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]))
  const found =
    text.trim() === '' ? [] : units.filter((unit) => !chosen.includes(unit.id) && isNamed(unit, text.trim()))
  const add = (unit: string) => {
    onChange([...chosen, unit])
    setText('')
  }
  return (
    <div className={css.labelled}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {chosen.length > 0 && (
        <ul className={css.chosen}>
          {chosen.map((unit) => (
            <li key={unit}>
              <button
                type="button"
                className={css.unit}
                aria-label={t.remove(names.get(unit) ?? unit)}
                onClick={() => onChange(chosen.filter((one) => one !== unit))}
              >
                {names.get(unit) ?? unit}
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < most && (
        <input
          id={id}
          className={css.input}
          value={text}
          placeholder={t.hint}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {text.trim() !== '' && (
        <ul className={css.found}>
          {found.length === 0 && <li className={css.none}>{t.none}</li>}
          {found.slice(0, shown).map((unit) => (
            <li key={unit.id}>
              <button type="button" className={css.pick} onClick={() => add(unit.id)}>
                {unit.shortName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function isNamed({ name, shortName }: Unit, text: string): boolean {
  return name.includes(text) || shortName.includes(text)
}
