import { useNavigate, useSearch } from '@tanstack/react-router'

type Values = Readonly<Record<string, string | undefined>>
type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined }
/** A step is what the browser's way back takes back. */
type Way = { readonly isStep?: boolean }

/**
 * What the address bar holds after the question mark, and how to change it: filters and open panels live there, so that a page
 * can be sent to a colleague. A value left undefined is taken out.
 * @example const [{ lamp }, change] = useAddress<{ lamp?: string }>(); change({ lamp: 'red' })
 */
export function useAddress<T extends Values>(): readonly [T, (changes: Changes<T>, way?: Way) => void] {
  const values = useSearch({ strict: false }) as T
  const navigate = useNavigate()
  const change = (changes: Changes<T>, { isStep = false }: Way = {}) =>
    navigate({ to: '.', search: { ...values, ...changes } as never, replace: !isStep, resetScroll: false })
  return [values, change]
}
