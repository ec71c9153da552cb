import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrganisationEntry } from '#platform/contract/identity-contract.ts'
import { useWords } from '../words/words.ts'
import { canBeSought, Finder, mostFound } from './finder.tsx'
import { identityApi } from './identity-api.ts'

const words = {
  find: ['按名称找单位', 'Find a unit by name'],
  none: ['没有这样的单位', 'No unit is called so'],
} as const

/** Finds one unit of the county by a part of its name. */
export function UnitFinder({ onChoose }: { readonly onChoose: (unit: OrganisationEntry) => void }) {
  const t = useWords(words)
  const [text, setText] = useState('')
  const query = useQuery(
    identityApi.searchOrganisations.queryOptions({
      input: { text: text.trim(), limit: mostFound },
      enabled: canBeSought(text),
      placeholderData: keepPreviousData,
      select: ({ organisations }) => organisations,
    }),
  )
  return <Finder label={t.find} none={t.none} text={text} onType={setText} query={query} onChoose={onChoose} />
}
