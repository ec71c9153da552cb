import { useQuery } from '@tanstack/react-query'
import type { PersonEntry } from '#platform/contract/identity-contract.ts'
import { useAddress } from '../address.ts'
import { isId } from '../ids.ts'
import { identityApi } from './identity-api.ts'

/** Whom an administrator's page is about, and what was typed to find them: both stand in the address. */
export function useChosenPerson() {
  const [{ name = '', person }, change] = useAddress<{ name?: string; person?: string }>()
  const id = person !== undefined && isId(person) ? person : undefined
  const query = useQuery(identityApi.person.queryOptions({ input: { person: id ?? '' }, enabled: id !== undefined }))
  return {
    id,
    query,
    finder: {
      text: name,
      onType: (text: string) => change({ name: text || undefined }),
      onChoose: (chosen: PersonEntry) => change({ name: undefined, person: chosen.id }, { isStep: true }),
    },
    /** Nobody any more; a name to look for beside it. */
    leave: (sought?: string) => change({ name: sought, person: undefined }, { isStep: true }),
  }
}
