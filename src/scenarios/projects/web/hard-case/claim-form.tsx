import { useState } from 'react'
import { useSession } from '#platform/web/api/session.ts'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { ActForm } from '../acts/act-form.tsx'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { hardCaseWords } from './hard-case-words.ts'
import { type Teammate, TeamPicker } from './team-picker.tsx'

type Props = { readonly id: string; readonly onDone: () => void }

/** Claims a case with a team; the leader is whoever claims. */
export function ClaimForm({ id, onDone }: Props) {
  const t = useWords(hardCaseWords)
  const { person, personName } = useSession()
  const [pledge, setPledge] = useState('')
  const [team, setTeam] = useState<readonly Teammate[]>([{ person, name: personName, share: 100 }])
  const act = useActCommand(api.claimHardCase.call, t.done, onDone)
  const sum = team.reduce((all, { share }) => all + share, 0)
  const members = team.map(({ person: one, share }) => ({ person: one, share }))
  return (
    <ActForm
      label={t.claim}
      busy={act.isPending}
      blocked={sum !== 100 || pledge.trim().length < 2}
      error={act.error}
      onSubmit={() => act.mutate({ case: id, pledge: pledge.trim(), members })}
    >
      <TeamPicker team={team} onChange={setTeam} />
      <TextArea
        label={t.pledge}
        value={pledge}
        onChange={(event) => setPledge(event.target.value)}
        maxLength={2000}
        required
      />
    </ActForm>
  )
}
