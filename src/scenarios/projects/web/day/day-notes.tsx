import { Link } from '@tanstack/react-router'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { tellWorkingTime } from '#platform/web/words/working-time.ts'
import type { LateCause, Push } from '../../contract/views.ts'
import { tellParty } from '../names.ts'

const words = {
  pushed: [
    (party: string, title: string) => `刚推送给您：${party} 已完成“${title}”`,
    (party: string, title: string) => `Just pushed to you: ${party} finished “${title}”`,
  ],
  upstream: ['上游延误，根源：', 'Late upstream; the root: '],
  late: [(time: string) => `逾期 ${time}`, (time: string) => `${time} late`],
} as const

const minutesPerDay = 480

/** Who has just pushed a node to its owner. */
export function PushNote({ push }: { readonly push: Push }) {
  const t = useWords(words)
  const dates = useDates()
  return dotted(t.pushed(tellParty(push.by), push.title), dates.moment(push.at))
}

/** Whose lateness a node waits on: the root of it. */
export function UpstreamNote({ upstream }: { readonly upstream: readonly LateCause[] }) {
  const t = useWords(words)
  const language = useLanguage()
  const root = upstream.find((cause) => cause.root)
  if (!root) return null
  return (
    <span>
      {t.upstream}
      <Link to="/nodes/$node" params={{ node: root.node }}>
        {root.title}
      </Link>{' '}
      {dotted(tellParty(root.owner), t.late(tellWorkingTime(root.lateWorkingMinutes, minutesPerDay, language)))}
    </span>
  )
}
