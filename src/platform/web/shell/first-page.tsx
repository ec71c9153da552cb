import { Navigate } from '@tanstack/react-router'
import type { NavEntry } from '../manifest.ts'
import { useOwnEntries } from './navigation.tsx'

/** Where one comes in: the first page that the present post may open. */
export function FirstPage({ entries }: { readonly entries: readonly NavEntry[] }) {
  const [first] = useOwnEntries(entries)
  return <Navigate to={first?.to ?? '/me'} replace />
}
