import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrganisationEntry, PersonEntry } from '#platform/contract/identity-contract.ts'
import rows from '../account/rows.module.css'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TextField } from '../parts/field.tsx'
import { Answered } from '../parts/states.tsx'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'
import { UnitPosts } from './unit-posts.tsx'

const words = {
  appoint: [(name: string) => `给 ${name} 任职`, (name: string) => `Appoint ${name}`],
  find: ['按名称找单位', 'Find a unit by name'],
  hint: ['输入单位名称中的两个字', 'Two characters of the name do'],
  none: ['没有这样的单位', 'No unit is called so'],
  chosen: ['选', 'Choose'],
  choose: [(name: string) => `选 ${name}`, (name: string) => `Choose ${name}`],
  another: ['换单位', 'Another unit'],
  most: [
    (count: number) => `只列前 ${count} 个，请把名称写全`,
    (count: number) => `Only the first ${count}; write the whole name`,
  ],
} as const

const most = 20

type AppointCardProps = { readonly person: PersonEntry; readonly held: readonly string[] }

/** Gives a person another post: first the unit, then one of its posts. */
export function AppointCard({ person, held }: AppointCardProps) {
  const t = useWords(words)
  const [unit, setUnit] = useState<OrganisationEntry>()
  return (
    <Card
      title={t.appoint(person.name)}
      aside={unit && <Button onClick={() => setUnit(undefined)}>{t.another}</Button>}
    >
      {unit ? <UnitPosts unit={unit} person={person} held={held} /> : <UnitFinder onChoose={setUnit} />}
    </Card>
  )
}

function UnitFinder({ onChoose }: { readonly onChoose: (unit: OrganisationEntry) => void }) {
  const t = useWords(words)
  const [text, setText] = useState('')
  const asked = text.trim()
  const query = useQuery({
    ...identityApi.searchOrganisations.queryOptions({
      input: { text: asked, limit: most },
      placeholderData: keepPreviousData,
    }),
    enabled: asked.length >= 2,
  })
  return (
    <div className={css.stack}>
      <TextField
        label={t.find}
        hint={t.hint}
        type="search"
        maxLength={50}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {asked.length >= 2 && (
        <Answered query={query}>
          {({ organisations }) => (
            <>
              {organisations.length === 0 && <p>{t.none}</p>}
              <ul className={rows.rows}>
                {organisations.map((unit) => (
                  <li key={unit.id} className={rows.row}>
                    <span className={rows.what}>{unit.name}</span>
                    <Button aria-label={t.choose(unit.name)} onClick={() => onChoose(unit)}>
                      {t.chosen}
                    </Button>
                  </li>
                ))}
              </ul>
              {organisations.length === most && <p className={css.note}>{t.most(most)}</p>}
            </>
          )}
        </Answered>
      )}
    </div>
  )
}
