import { Choice } from '#platform/web/parts/choice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './form.module.css'
import { UnitPicker } from './unit-picker.tsx'

/** Who may know of a matter. */
export type Known = { readonly within: 'all' | 'units' | 'heads'; readonly also: readonly string[] }

type ConfidenceFieldProps = {
  readonly known: Known
  readonly units: Parameters<typeof UnitPicker>[0]['units']
  readonly onChange: (known: Known) => void
}

const words = {
  label: ['知悉范围', 'Known to'],
  all: ['政府内部', 'Government'],
  unitsOnly: ['限相关单位', 'Units concerned'],
  headsOnly: ['限单位负责人', 'Their heads'],
  hint: [
    '限定后，只有交办人、承办单位、督办部门和各级督办持有人看得到；清单、统计、通知和导出都不含此事。',
    'Only opener, units at work, offices and holders of the ladder see it; lists, rates, notices and exports leave it out for others.',
  ],
  also: ['另外知悉的单位（可不选）', 'Further units, if any'],
} as const

/** 知悉范围: the matter is open within the government, or known to those concerned only. */
export function ConfidenceField({ known, units, onChange }: ConfidenceFieldProps) {
  const t = useWords(words)
  return (
    <>
      <div className={css.labelled}>
        <span className={css.label}>{t.label}</span>
        <Choice
          label={t.label}
          value={known.within}
          options={[
            { value: 'all', label: t.all },
            { value: 'units', label: t.unitsOnly },
            { value: 'heads', label: t.headsOnly },
          ]}
          onChange={(within: Known['within']) => onChange({ ...known, within })}
        />
        {known.within !== 'all' && <p className={css.hint}>{t.hint}</p>}
      </div>
      {known.within !== 'all' && (
        <UnitPicker
          label={t.also}
          units={units}
          chosen={known.also}
          most={50}
          onChange={(also) => onChange({ ...known, also })}
        />
      )}
    </>
  )
}
