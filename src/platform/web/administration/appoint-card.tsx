import { useState } from 'react'
import type { OrganisationEntry, PersonEntry } from '#platform/contract/identity-contract.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { useWords } from '../words/words.ts'
import { UnitFinder } from './unit-finder.tsx'
import { UnitPosts } from './unit-posts.tsx'

const words = {
  appoint: [(name: string) => `给 ${name} 任职`, (name: string) => `Appoint ${name}`],
  another: ['换单位', 'Another unit'],
} as const

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
