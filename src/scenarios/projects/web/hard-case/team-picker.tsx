import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { identityContract } from '#platform/contract/identity-contract.ts'
import { clientOf } from '#platform/web/api/client.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './hard-case.module.css'
import { hardCaseWords } from './hard-case-words.ts'

/** Somebody in the team, with their share in per cent. */
export type Teammate = { readonly person: string; readonly name: string; readonly share: number }

type Props = { readonly team: readonly Teammate[]; readonly onChange: (team: readonly Teammate[]) => void }

const directory = clientOf('identity', identityContract)

/** The team and its shares: people are found by name, the first is the leader. */
export function TeamPicker({ team, onChange }: Props) {
  const t = useWords(hardCaseWords)
  const [text, setText] = useState('')
  const found = useQuery({
    ...directory.searchPeople.queryOptions({ input: { text: text.trim(), limit: 8 } }),
    enabled: text.trim().length >= 2,
  })
  const sum = team.reduce((all, { share }) => all + share, 0)
  const add = (person: string, name: string) => {
    setText('')
    if (team.every((one) => one.person !== person)) onChange([...team, { person, name, share: 0 }])
  }
  return (
    <fieldset>
      <legend>{t.team}</legend>
      {team.map((one, index) => (
        <MemberLine key={one.person} one={one} isLeader={index === 0} team={team} onChange={onChange} />
      ))}
      <p className={css.muted} role="status">
        {t.sum(sum)}
      </p>
      <TextField label={t.addPerson} value={text} onChange={(event) => setText(event.target.value)} />
      <div className={css.found}>
        {found.data?.people.map(({ id, name, organisations }) => (
          <Button key={id} onClick={() => add(id, name)}>
            {name} {organisations[0] ?? ''}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

type LineProps = Props & { readonly one: Teammate; readonly isLeader: boolean }

function MemberLine({ one, isLeader, team, onChange }: LineProps) {
  const t = useWords(hardCaseWords)
  const change = (share: number) =>
    onChange(team.map((each) => (each.person === one.person ? { ...each, share } : each)))
  return (
    <div className={css.member}>
      <span>{one.name}</span>
      <input
        type="number"
        min={1}
        max={100}
        value={one.share}
        aria-label={`${one.name} ${t.share}`}
        onChange={(event) => change(Math.trunc(Number(event.target.value)) || 0)}
      />
      <span>%</span>
      {isLeader ? (
        <span />
      ) : (
        <Button onClick={() => onChange(team.filter(({ person }) => person !== one.person))}>{t.remove}</Button>
      )}
    </div>
  )
}
