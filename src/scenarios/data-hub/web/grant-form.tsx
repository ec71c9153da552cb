import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DatasetDetail } from '../contract/routes/catalogue.ts'
import { api, directory, touched } from './api.ts'
import css from './data.module.css'
import { MatterPicker } from './matter-picker.tsx'
import { groundWords } from './names.ts'
import { Select } from './select.tsx'

const words = {
  lead: [
    '只授予办事必需的数据项；超出范围的查询会被拒绝并留痕。',
    'Grant only the fields that the matter needs; whatever goes beyond is refused and recorded.',
  ],
  unit: ['授权给', 'To'],
  choose: ['请选择单位', 'Choose a unit'],
  fields: ['数据项', 'Fields'],
  ground: ['方式', 'Ground'],
  basis: ['依据', 'Law'],
  basisHint: ['法律、法规的名称和条款', 'The law and its article'],
  from: ['起始日期', 'From'],
  until: ['截止日期', 'Until'],
  give: ['授权', 'Grant'],
  done: ['已授权', 'Granted'],
} as const

/** Grants look-ups of a dataset to a unit. */
export function GrantForm({ one, onDone }: { readonly one: DatasetDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const tell = useNotice()
  const [draft, setDraft] = useState(emptyDraft)
  const give = useCommand(api.giveGrant.call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate({ ...draft, dataset: one.dataset })
  }
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  return (
    <form className={css.form} onSubmit={submit}>
      <p className={css.note}>{t.lead}</p>
      <UnitSelect value={draft.organisation} onChange={(organisation) => set({ organisation })} />
      <FieldBoxes one={one} chosen={draft.fields} onChange={(fields) => set({ fields })} />
      <MatterPicker matters={one.matters} chosen={draft.matters} onChange={(matters) => set({ matters })} />
      <GroundChoice value={draft.ground} onChange={(ground) => set({ ground })} />
      <TextField
        label={t.basis}
        hint={t.basisHint}
        required
        minLength={2}
        value={draft.basis}
        onChange={(event) => set({ basis: event.target.value })}
      />
      <div className={css.row}>
        <TextField
          label={t.from}
          type="date"
          required
          value={draft.effectiveFrom}
          onChange={(event) => set({ effectiveFrom: event.target.value })}
        />
        <TextField
          label={t.until}
          type="date"
          required
          value={draft.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      <FailureMessage error={give.error} />
      <Button type="submit" look="main" wide busy={give.isPending} disabled={isEmpty(draft)}>
        {t.give}
      </Button>
    </form>
  )
}

type Draft = {
  readonly organisation: string
  readonly fields: string[]
  readonly matters: string[]
  readonly ground: 'law' | 'consent'
  readonly basis: string
  readonly effectiveFrom: string
  readonly until: string
}

function isEmpty({ fields, organisation, matters }: Draft): boolean {
  return fields.length === 0 || matters.length === 0 || organisation === ''
}

function emptyDraft(): Draft {
  const day = (months: number) => {
    const at = new Date()
    at.setMonth(at.getMonth() + months)
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)
  }
  return { organisation: '', fields: [], matters: [], ground: 'law', basis: '', effectiveFrom: day(0), until: day(12) }
}

function UnitSelect({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useWords(words)
  const units = useQuery(directory.organisations.queryOptions({ staleTime: 300_000 }))
  const options = (units.data?.organisations ?? []).map(({ id, shortName }) => [id, shortName] as const)
  return (
    <Select
      label={t.unit}
      none={t.choose}
      value={value || undefined}
      options={options}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}

type BoxesProps = {
  readonly one: DatasetDetail
  readonly chosen: readonly string[]
  readonly onChange: (fields: string[]) => void
}

function FieldBoxes({ one, chosen, onChange }: BoxesProps) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  return (
    <fieldset className={css.boxes}>
      <legend>{t.fields}</legend>
      {one.fieldsOf.map(({ field, name, english }) => (
        <label key={field} className={css.box}>
          <input
            type="checkbox"
            checked={chosen.includes(field)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, field] : chosen.filter((each) => each !== field))
            }
          />
          {isChinese ? name : english}
        </label>
      ))}
    </fieldset>
  )
}

function GroundChoice({
  value,
  onChange,
}: {
  readonly value: Draft['ground']
  readonly onChange: (value: Draft['ground']) => void
}) {
  const t = useWords(words)
  const ground = useWords(groundWords)
  const options = (['law', 'consent'] as const).map((one) => ({ value: one, label: ground[one] }))
  return <Choice label={t.ground} value={value} options={options} onChange={onChange} />
}
