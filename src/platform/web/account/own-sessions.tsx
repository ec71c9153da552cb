import { useQuery } from '@tanstack/react-query'
import { identityContract, type OpenSession } from '#platform/contract/identity-contract.ts'
import { clientOf } from '../api/client.ts'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Answered } from '../parts/states.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import { deviceOf } from './device-of.ts'
import { Part } from './part.tsx'
import css from './rows.module.css'

const words = {
  title: ['登录中的设备', 'Where you are signed in'],
  hint: [
    '不是您本人的登录请立即退出，并修改密码。',
    'End a session that is not yours at once, and change your password.',
  ],
  here: ['本机', 'this one'],
  began: [(at: string) => `${at} 登录`, (at: string) => `since ${at}`],
  seen: [(at: string) => `${at} 使用`, (at: string) => `used ${at}`],
  end: ['退出', 'End'],
  endThis: [(device: string) => `退出 ${device}`, (device: string) => `End ${device}`],
  endOthers: ['退出其他全部设备', 'Sign out everywhere else'],
  ended: [(count: number) => `已退出 ${count} 处登录`, (count: number) => `${count} sessions ended`],
} as const

const identityApi = clientOf('identity', identityContract)

/** One's open sessions; each can be ended, or all others at once. */
export function OwnSessions() {
  const t = useWords(words)
  const tell = useNotice()
  const query = useQuery(identityApi.sessions.queryOptions())
  const endOthers = useCommand(identityApi.endOtherSessions.call, {
    touches: [identityApi.sessions.key()],
    onDone: ({ ended }) => tell(t.ended(ended)),
  })
  return (
    <Part title={t.title} hint={t.hint}>
      <Answered query={query}>
        {({ sessions }) => (
          <>
            <ul className={css.rows}>
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            <FailureMessage error={endOthers.error} />
            {sessions.length > 1 && (
              <Button look="danger" onClick={() => endOthers.mutate(undefined)} busy={endOthers.isPending}>
                {t.endOthers}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Part>
  )
}

function SessionRow({ session }: { readonly session: OpenSession }) {
  const t = useWords(words)
  const dates = useDates()
  const end = useCommand(identityApi.endSession.call, { touches: [identityApi.sessions.key()] })
  const device = deviceOf(session.device)
  return (
    <li className={css.row}>
      <span className={css.what}>
        {dotted(device, session.current && t.here)}
        <span className={css.about}>
          {dotted(session.address, t.began(dates.moment(session.beganAt)), t.seen(dates.moment(session.seenAt)))}
        </span>
        <FailureMessage error={end.error} />
      </span>
      {!session.current && (
        <Button aria-label={t.endThis(device)} onClick={() => end.mutate({ session: session.id })} busy={end.isPending}>
          {t.end}
        </Button>
      )}
    </li>
  )
}
