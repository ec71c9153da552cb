import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { Answered, Skeleton } from '../parts/states.tsx'
import { ResidentContext, residentQuery } from './resident-session.ts'

/** Lets in a resident who is signed in; others go to the residents' sign-in page, which brings them back here. */
export function ResidentDoor({ children }: { readonly children: ReactNode }) {
  const who = useQuery(residentQuery)
  return (
    <Answered query={who}>
      {(resident) => (resident ? <ResidentContext value={resident}>{children}</ResidentContext> : <Leave />)}
    </Answered>
  )
}

/** Leaves once: a redirect that is rendered would follow itself. */
function Leave() {
  const router = useRouter()
  const leave = useRef(() => {
    const { href } = router.state.location
    const search = href === '/portal' ? {} : { next: href }
    void router.navigate({ to: '/portal/sign-in', search: search as never, replace: true })
  })
  useEffect(() => leave.current(), [])
  return <Skeleton />
}
