import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { HeldAppointment, PersonEntry } from '#platform/contract/identity-contract.ts'
import rows from '../account/rows.module.css'
import { useCommand } from '../api/command.ts'
import { Card } from '../parts/card.tsx'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Answered } from '../parts/states.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { AppointCard } from './appoint-card.tsx'
import { identityApi } from './identity-api.ts'

const words = {
  posts: [(name: string) => `${name} 的岗位`, (name: string) => `Posts of ${name}`],
  none: ['现在没有岗位，不能登录', 'No post now: they cannot sign in'],
  since: [(day: string) => `任职，${day} 起`, (day: string) => `appointed, since ${day}`],
  standsIn: [
    (name: string, from: string, until: string) => `代理 ${name}，${from} 至 ${until}`,
    (name: string, from: string, until: string) => `for ${name}, ${from} to ${until}`,
  ],
  until: [(day: string) => `到 ${day}`, (day: string) => `until ${day}`],
  dismiss: ['免去', 'Dismiss'],
  dismissSure: ['确认免去', 'Yes, dismiss'],
  end: ['结束代理', 'End it'],
  endSure: ['确认结束', 'Yes, end it'],
  ended: [(post: string) => `已免去 ${post}`, (post: string) => `No longer ${post}`],
} as const

/** The posts of one person, each to be ended, and another to be given. */
export function PersonPowers({ person }: { readonly person: PersonEntry }) {
  const t = useWords(words)
  const query = useQuery(identityApi.appointments.queryOptions({ input: { person: person.id } }))
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <div ref={start} className={`${css.stack} ${css.start}`} tabIndex={-1}>
      <Card title={t.posts(person.name)}>
        <Answered query={query}>
          {({ appointments }) => (
            <>
              {appointments.length === 0 && <p>{t.none}</p>}
              <ul className={rows.rows}>
                {appointments.map((held) => (
                  <HeldPost key={held.id} held={held} />
                ))}
              </ul>
            </>
          )}
        </Answered>
      </Card>
      <AppointCard person={person} held={query.data?.appointments.map(({ post }) => post) ?? []} />
    </div>
  )
}

function HeldPost({ held }: { readonly held: HeldAppointment }) {
  const t = useWords(words)
  const tell = useNotice()
  const post = dotted(held.organisationName, held.title)
  const isDelegate = held.forPersonName !== null
  const dismiss = useCommand(identityApi.dismiss.call, {
    touches: [identityApi.appointments.key(), identityApi.unitPosts.key(), identityApi.searchPeople.key()],
    onDone: () => tell(t.ended(post)),
  })
  return (
    <li className={rows.row}>
      <span className={rows.what}>
        {post}
        <span className={rows.about}>{useTerm(held)}</span>
      </span>
      <ConfirmButton
        label={isDelegate ? t.end : t.dismiss}
        sure={isDelegate ? t.endSure : t.dismissSure}
        about={post}
        busy={dismiss.isPending}
        onConfirm={() => dismiss.mutate({ appointment: held.id })}
      />
      <FailureMessage error={dismiss.error} />
    </li>
  )
}

/** By what right the post is held, and from when to when. */
function useTerm({ forPersonName, since, until }: HeldAppointment): string {
  const t = useWords(words)
  const dates = useDates()
  if (forPersonName === null) return dotted(t.since(dates.day(since)), until ? t.until(dates.day(until)) : '')
  return t.standsIn(forPersonName, dates.moment(since), until ? dates.moment(until) : '')
}
