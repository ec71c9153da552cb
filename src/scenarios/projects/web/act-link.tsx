import { ButtonLink } from '#platform/web/parts/button.tsx'
import type { Act } from './act-address.ts'

type ActLinkProps = {
  /** Where the thing is dealt with, and its title. */
  readonly page: string
  readonly title: string
  readonly act?: Act
  /** What the act is about, where the page shows several such things. */
  readonly of?: string
  readonly label: string
}

/** Leads from the page of today to a thing, with the form of the act open where one is named. */
export function ActLink({ page, title, act, of, label }: ActLinkProps) {
  return (
    <ButtonLink to={page} search={act ? { do: act, of, from: 'today' } : {}} label={`${label}：${title}`}>
      {label}
    </ButtonLink>
  )
}
