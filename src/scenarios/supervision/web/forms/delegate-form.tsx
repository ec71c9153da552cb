import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActForm } from '#platform/web/parts/act-form.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import css from '../duty.module.css'
import { useActCommand } from '../use-act.ts'

const words = {
  lead: [
    '转交给本单位的人办理；时限和督办级别不变，责任仍在本单位。',
    'Somebody of the unit answers; clock and rung stay.',
  ],
  whom: ['转交给谁', 'To whom'],
  send: ['转交', 'Delegate'],
  done: ['已转交', 'Delegated'],
} as const

/** Names the person of the unit who answers. */
export function DelegateForm({ duty, onDone }: { readonly duty: DutyDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const [person, setPerson] = useState<string>()
  const people = useQuery(api.unitPeople.queryOptions({ input: { duty: duty.duty } }))
  const delegate = useActCommand(api.delegate.call, t.done, onDone)
  return (
    <ActForm
      lead={t.lead}
      label={t.send}
      act={delegate}
      blocked={person === undefined}
      onSubmit={() => delegate.mutate({ duty: duty.duty, person: person ?? '' })}
    >
      <Answered query={people}>
        {({ people: all }) => (
          <fieldset className={css.choices}>
            <legend>{t.whom}</legend>
            {all.map((one) => (
              <label key={`${one.person} ${one.post}`} className={css.choice}>
                <input
                  type="radio"
                  name="person"
                  checked={person === one.person}
                  onChange={() => setPerson(one.person ?? undefined)}
                />
                {dotted(one.personName, one.organisationName + one.post)}
              </label>
            ))}
          </fieldset>
        )}
      </Answered>
    </ActForm>
  )
}
