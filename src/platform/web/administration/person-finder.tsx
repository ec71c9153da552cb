import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PersonEntry } from '#platform/contract/identity-contract.ts'
import { useWords } from '../words/words.ts'
import { canBeSought, Finder, mostFound } from './finder.tsx'
import { identityApi } from './identity-api.ts'

const words = {
  find: ['按姓名找人', 'Find a person by name'],
  none: ['没有这样的人', 'Nobody is called so'],
  noPost: ['现在没有岗位', 'holds no post now'],
} as const

type PersonFinderProps = {
  readonly text: string
  readonly onType: (text: string) => void
  readonly onChoose: (person: PersonEntry) => void
}

/** Finds one person of the county by a part of the name; the units tell apart who has the same one. */
export function PersonFinder({ text, onType, onChoose }: PersonFinderProps) {
  const t = useWords(words)
  const query = useQuery(
    identityApi.searchPeople.queryOptions({
      input: { text: text.trim(), limit: mostFound },
      enabled: canBeSought(text),
      placeholderData: keepPreviousData,
      select: ({ people }) => people,
    }),
  )
  return (
    <Finder
      label={t.find}
      none={t.none}
      text={text}
      onType={onType}
      query={query}
      about={({ organisations }) => organisations.join('、') || t.noPost}
      onChoose={onChoose}
    />
  )
}
