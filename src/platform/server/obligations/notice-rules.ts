import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Audience, Notice, NoticeRule } from '#platform/server/notices/index.ts'

/*
 * Who is told what about an obligation. The debtor: that it was opened, returned, answered, moved, that it climbed. Whoever
 * holds a rung: that it has come to them; the last rung gets facts, with no task. What waits for acceptance is on the
 * acceptor's desk and is not told besides.
 */

/** What an entry of an obligation says of it. */
type About = {
  readonly subject: string
  readonly title: string
  readonly debtor: { readonly organisation: string; readonly person: string | null }
  readonly lead: string
  readonly dueAt: string
}

type Words = (about: About, payload: JsonObject) => readonly [zh: string, en: string]

const toDebtor: Readonly<Record<string, Words>> = {
  opened: ({ title, dueAt }) => [`新任务：${title}，${day(dueAt)} 前办结`, `New: ${title}, due ${day(dueAt)}`],
  returned: ({ title }) => [
    `被退回：${title}，请按意见修改后重新提交`,
    `Returned: ${title}; mend it and hand it in again`,
  ],
  answered: ({ title }) => [`已验收：${title}`, `Accepted: ${title}`],
  redated: ({ title, dueAt }) => [
    `时限有变：${title}，现为 ${day(dueAt)}`,
    `New deadline: ${title}, now ${day(dueAt)}`,
  ],
  reassigned: ({ title, dueAt }) => [
    `移交给您：${title}，${day(dueAt)} 前办结`,
    `Handed to you: ${title}, due ${day(dueAt)}`,
  ],
  withdrawn: ({ title }) => [`已撤回：${title}`, `Withdrawn: ${title}`],
  climbed: ({ title }, { level }) => [
    `已逾期，升至第${level}级督办：${title}`,
    `Late, now at level ${level}: ${title}`,
  ],
}

/** The notices of obligations; `linkOf` gives the page of the thing that an obligation is about. */
export function obligationNotices(linkOf: (subject: string) => string): readonly NoticeRule[] {
  return Object.entries(toDebtor).map(([event, words]) => ({
    kind: `obligations.obligation.${event}`,
    tell: (entry) => {
      const about = aboutOf(entry)
      const [zh, en] = words(about, entry.payload ?? {})
      const notice = { kind: entry.kind, link: linkOf(about.subject) }
      const climbed = event === 'climbed' ? [toHolder(about, entry, notice)] : []
      return [{ ...notice, audience: debtorOf(about), zh, en }, ...climbed]
    },
  }))
}

type Receiver = { readonly relation?: string; readonly organisation?: string; readonly post: string }

function toHolder(about: About, { payload }: SealedEntry, notice: Pick<Notice, 'kind' | 'link'>): Notice {
  const { receiver, level, name } = payload as unknown as { receiver: Receiver; level: number; name: string }
  const organisation = receiver.organisation ?? about.lead
  return {
    ...notice,
    audience: `post:${organisation}.${receiver.post}`,
    zh: `${name}：${about.title} 逾期未办结`,
    en: `Level ${level}: ${about.title} is late and unanswered`,
  }
}

function debtorOf({ debtor }: About): Audience {
  return debtor.person === null ? `unit:${debtor.organisation}` : `person:${debtor.person}`
}

function aboutOf({ kind, payload }: SealedEntry): About {
  const own = kind === 'obligations.obligation.opened' ? payload : payload?.about
  return own as unknown as About
}

/** A day of the county. */
function day(instant: string): string {
  return dateOf(Date.parse(instant))
}
