import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActForm } from '#platform/web/parts/act-form.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail, RequestView } from '../../contract/views.ts'
import { api, directory } from '../api.ts'
import css from '../duty.module.css'
import { UnitPicker } from '../unit-picker.tsx'
import { useAct, useActCommand } from '../use-act.ts'

const words = {
  verdict: ['结论', 'Verdict'],
  granted: ['成立', 'Granted'],
  refused: ['不成立', 'Refused'],
  to: ['改由哪个单位承办', 'Who takes it over'],
  reason: ['答复理由', 'Reasons'],
  send: ['答复', 'Decide'],
  done: ['已答复，记入过程', 'Decided and recorded'],
} as const

/** Decides the request that the address names. */
export function DecideForm({ duty, onDone }: { readonly duty: DutyDetail; readonly onDone: () => void }) {
  const { of } = useAct()
  const mine = duty.requests.filter(({ mayDecide }) => mayDecide)
  const request = mine.find((one) => one.request === of) ?? mine[0]
  return request ? <Fields request={request} onDone={onDone} /> : null
}

function Fields({ request, onDone }: { readonly request: RequestView; readonly onDone: () => void }) {
  const t = useWords(words)
  const [granted, setGranted] = useState<boolean>()
  const [reason, setReason] = useState('')
  const [unit, setUnit] = useState<string[]>([])
  const decide = useActCommand(api.decide.call, t.done, onDone)
  const takesOver = request.kind === 'dispute' && granted === true
  const isReady = granted !== undefined && reason.trim().length >= 2 && (!takesOver || unit.length === 1)
  return (
    <ActForm
      lead={`${request.by}：${request.reason}`}
      label={t.send}
      act={decide}
      blocked={!isReady}
      onSubmit={() =>
        decide.mutate({
          request: request.request,
          granted: granted === true,
          reason: reason.trim(),
          ...(unit[0] && { unit: unit[0] }),
        })
      }
    >
      <fieldset className={css.choices}>
        <legend>{t.verdict}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)} className={css.choice}>
            <input type="radio" name="granted" checked={granted === one} onChange={() => setGranted(one)} required />
            {one ? t.granted : t.refused}
          </label>
        ))}
      </fieldset>
      {takesOver && <NewUnit label={t.to} unit={unit} onChange={setUnit} />}
      <TextArea
        label={t.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={2000}
        required
      />
    </ActForm>
  )
}

type NewUnitProps = { readonly label: string; readonly unit: string[]; readonly onChange: (unit: string[]) => void }

function NewUnit({ label, unit, onChange }: NewUnitProps) {
  const units = useQuery(directory.organisations.queryOptions({ staleTime: 300_000 }))
  return <UnitPicker label={label} units={units.data?.organisations ?? []} chosen={unit} most={1} onChange={onChange} />
}
