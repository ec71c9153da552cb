import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/session.ts'
import { Answered, Skeleton } from '../parts/states.tsx'
import css from './shell.module.css'

/** Lets in who is signed in and has a password of their own; others go to the sign-in page, which brings them back here. */
export function Door({ children }: { readonly children: ReactNode }) {
  const { href } = useLocation()
  const who = useQuery(sessionQuery)
  return (
    <Answered query={who} skeleton={<DoorSkeleton />}>
      {(session) =>
        session && session.passwordChange === null ? (
          children
        ) : (
          <Navigate to="/sign-in" search={href === '/' ? {} : { next: href }} replace />
        )
      }
    </Answered>
  )
}

function DoorSkeleton() {
  return (
    <main className={css.main}>
      <Skeleton />
    </main>
  )
}
