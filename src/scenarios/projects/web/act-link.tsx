import { ButtonLink } from '#platform/web/parts/button.tsx'
import type { Act } from './act-address.ts'

type ActLinkProps = {
  readonly node: { readonly node: string; readonly title: string }
  readonly act?: Act
  readonly label: string
}

/** Leads from the page of today to the node, with the form of the act open where one is named. */
export function ActLink({ node, act, label }: ActLinkProps) {
  return (
    <ButtonLink
      to={`/nodes/${node.node}`}
      search={act ? { do: act, from: 'today' } : {}}
      label={`${label}：${node.title}`}
    >
      {label}
    </ButtonLink>
  )
}
