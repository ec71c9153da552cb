import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PersonEntry } from '#platform/contract/identity-contract.ts'
import rows from '../account/rows.module.css'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Answered } from '../parts/states.tsx'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'

const words = {
  find: ['按姓名找人', 'Find a person by name'],
  hint: ['输入姓名中的两个字', 'Two characters of the name do'],
  none: ['没有这样的人', 'Nobody is called so'],
  noPost: ['现在没有岗位', 'holds no post now'],
  choose: [(name: string) => `选 ${name}`, (name: string) => `Choose ${name}`],
  chosen: ['选', 'Choose'],
  most: [
    (count: number) => `只列前 ${count} 人，请把姓名写全`,
    (count: number) => `Only the first ${count}; write the whole name`,
  ],
} as const

const most = 20

type PersonFinderProps = {
  readonly text: string
  readonly onType: (text: string) => void
  readonly onChoose: (person: PersonEntry) => void
}

/** Finds one person of the county by a part of the name; the units tell apart who has the same one. */
export function PersonFinder({ text, onType, onChoose }: PersonFinderProps) {
  const t = useWords(words)
  const asked = text.trim()
  const query = useQuery({
    ...identityApi.searchPeople.queryOptions({
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
        onChange={(event) => onType(event.target.value)}
      />
      {asked.length >= 2 && (
        <Answered query={query}>
          {({ people }) => (
            <>
              {people.length === 0 && <p>{t.none}</p>}
              <ul className={rows.rows}>
                {people.map((person) => (
                  <li key={person.id} className={rows.row}>
                    <span className={rows.what}>
                      {person.name}
                      <span className={rows.about}>{person.organisations.join('、') || t.noPost}</span>
                    </span>
                    <Button aria-label={t.choose(person.name)} onClick={() => onChoose(person)}>
                      {t.chosen}
                    </Button>
                  </li>
                ))}
              </ul>
              {people.length === most && <p className={css.note}>{t.most(most)}</p>}
            </>
          )}
        </Answered>
      )}
    </div>
  )
}
