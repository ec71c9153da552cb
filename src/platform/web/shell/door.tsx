import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { SessionContext, sessionQuery } from '../api/session.ts'
import { forget } from '../outbox/local-store.ts'
import { useRemembered } from '../outbox/remembered.ts'
import { Answered, Skeleton } from '../parts/states.tsx'
import css from './shell.module.css'

/** Lets in who is signed in and has a password of their own; others go to the sign-in page, which brings them back here. */
export function Door({ children }: { readonly children: ReactNode }) {
  const session = useQuery(sessionQuery)
  const { query: who } = useRemembered('session', session, session.data?.person)
  const wasIn = useRef(false)
  useEffect(() => {
    if (who.data) wasIn.current = true
    if (who.data === null) void forget()
  }, [who.data])
  return (
    <Answered query={who} skeleton={<DoorSkeleton />}>
      {(session) =>
        session && session.passwordChange === null ? (
          <SessionContext value={session}>{children}</SessionContext>
        ) : (
          <Leave hasTimedOut={() => wasIn.current} />
        )
      }
    </Answered>
  )
}

/** Leaves once for the sign-in page: a redirect that is rendered would follow itself. */
function Leave({ hasTimedOut }: { readonly hasTimedOut: () => boolean }) {
  const router = useRouter()
  const leave = useRef(() => {
    const { href } = router.state.location
    const search = { ...(href !== '/' && { next: href }), ...(hasTimedOut() && { ended: 'idle' }) }
    void router.navigate({ to: '/sign-in', search: search as never, replace: true })
  })
  useEffect(() => leave.current(), [])
  return <DoorSkeleton />
}

function DoorSkeleton() {
  return (
    <main className={css.main}>
      <Skeleton />
    </main>
  )
}
