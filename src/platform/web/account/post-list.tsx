import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PostChoice } from '#platform/contract/session-contract.ts'
import { useCommand } from '../api/command.ts'
import { sessionApi, sessionQuery, useSession } from '../api/session.ts'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Icon } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './post-list.module.css'

const words = {
  delegated: [(day: string) => `代理至 ${day}`, (day: string) => `held until ${day}`],
} as const

/** One's posts; choosing another changes what one may see and do. */
export function PostList() {
  const session = useSession()
  const switching = useSwitchPost()
  return (
    <div className={css.list}>
      {session.posts.map((choice) => (
        <button
          key={choice.post}
          type="button"
          className={css.choice}
          aria-pressed={choice.post === session.post}
          onClick={() => choice.post !== session.post && switching.mutate({ post: choice.post })}
        >
          <PostName choice={choice} />
          {choice.post === session.post && <Icon name="check" size={18} />}
        </button>
      ))}
      <FailureMessage error={switching.error} />
    </div>
  )
}

function PostName({ choice }: { readonly choice: PostChoice }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <span className={css.name}>
      {choice.title}
      <span className={css.unit}>
        {dotted(choice.organisationName, choice.delegatedUntil && t.delegated(dates.day(choice.delegatedUntil)))}
      </span>
    </span>
  )
}

function useSwitchPost() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useCommand(sessionApi.switchPost.call, {
    onDone: async (session) => {
      await navigate({ to: '/' })
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      queries.setQueryData(sessionQuery.queryKey, session)
    },
  })
}
