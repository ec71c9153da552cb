import { useState } from 'react'
import { TextArea, TextField } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { ActForm } from '../acts/act-form.tsx'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import css from './hard-case.module.css'
import { hardCaseWords, selectionWords } from './hard-case-words.ts'

const blank = { title: '', place: '', goal: '', points: '10', deadline: '', selection: 'first' as 'first' | 'choice' }

/** Publishes a hard case. */
export function PublishForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(hardCaseWords)
  const selections = useWords(selectionWords)
  const [draft, setDraft] = useState(blank)
  const act = useActCommand(api.publishHardCase.call, t.done, onDone)
  const change = (name: keyof typeof blank) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [name]: event.target.value })
  const points = Number(draft.points)
  const isWhole = draft.title.trim().length > 1 && draft.goal.trim().length > 1 && draft.deadline !== ''
  return (
    <ActForm
      label={t.publish}
      busy={act.isPending}
      blocked={!isWhole || !Number.isInteger(points) || points < 1}
      error={act.error}
      onSubmit={() => act.mutate({ ...draft, points, deadline: `${draft.deadline}:00+08:00` })}
    >
      <TextField label={t.title} value={draft.title} onChange={change('title')} maxLength={200} required />
      <TextField label={t.place} value={draft.place} onChange={change('place')} maxLength={200} />
      <TextArea
        label={t.goal}
        hint={t.goalHint}
        value={draft.goal}
        onChange={change('goal')}
        maxLength={2000}
        required
      />
      <TextField
        label={t.pointsLabel}
        type="number"
        min={1}
        max={1000}
        value={draft.points}
        onChange={change('points')}
      />
      <TextField
        label={t.deadline}
        type="datetime-local"
        value={draft.deadline}
        onChange={change('deadline')}
        required
      />
      <fieldset>
        <legend>{t.selection}</legend>
        {(['first', 'choice'] as const).map((one) => (
          <label key={one} className={css.choice}>
            <input
              type="radio"
              name="selection"
              checked={draft.selection === one}
              onChange={() => setDraft({ ...draft, selection: one })}
            />
            {selections[one]}
          </label>
        ))}
      </fieldset>
    </ActForm>
  )
}
