import { Button } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './data.module.css'
import { Select } from './select.tsx'

const words = {
  add: ['用于事项', 'For matters'],
  choose: ['选择事项，可选几项', 'Choose one or several'],
  remove: [(name: string) => `移除 ${name}`, (name: string) => `Remove ${name}`],
} as const

type MatterPickerProps = {
  readonly matters: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** Chooses matters by name; what is chosen stands under the list. */
export function MatterPicker({ matters, chosen, onChange }: MatterPickerProps) {
  const t = useWords(words)
  const left = matters.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => [id, name] as const)
  return (
    <div className={css.labelled}>
      <Select
        label={t.add}
        none={t.choose}
        value={undefined}
        options={left}
        onChange={(id) => id && onChange([...chosen, id])}
      />
      <div className={css.row}>
        {matters
          .filter(({ id }) => chosen.includes(id))
          .map(({ id, name }) => (
            <Button key={id} aria-label={t.remove(name)} onClick={() => onChange(chosen.filter((one) => one !== id))}>
              {name} <Icon name="close" size={14} />
            </Button>
          ))}
      </div>
    </div>
  )
}
