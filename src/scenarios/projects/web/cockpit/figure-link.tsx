import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { recordsAddress } from './open-figure.ts'

/** Whether what is shown is for a hall. */
export const HallContext = createContext(false)

type FigureLinkProps = {
  readonly indicator: string
  readonly facts?: Readonly<Record<string, string>>
  readonly className?: string | undefined
  /** 口径, for whoever hovers. */
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** Opens the records under a figure. */
export function FigureLink({ indicator, facts = {}, className, title, children }: FigureLinkProps) {
  const hall = useContext(HallContext)
  return (
    <Link {...(recordsAddress(indicator, facts, hall) as { to: string })} className={className} title={title}>
      {children}
    </Link>
  )
}
