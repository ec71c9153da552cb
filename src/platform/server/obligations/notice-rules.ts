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
      const climbed = event === 'climbed' ? [toHolder(about, entry, notice, linkOf)] : []
      return [{ ...notice, audience: debtorOf(about), zh, en }, ...climbed]
    },
  }))
}

type Receiver = { readonly relation?: string; readonly organisation?: string; readonly post: string }

type Climbed = {
  readonly receiver: Receiver
  readonly level: number
  readonly name: string
  /** The rung has no limit: whoever holds it judges alone, and is told where the facts stand. */
  readonly judges?: boolean
}

function toHolder(
  about: About,
  { payload, stream }: SealedEntry,
  notice: Pick<Notice, 'kind' | 'link'>,
  linkOf: (subject: string) => string,
): Notice {
  const { receiver, level, name, judges } = payload as unknown as Climbed
  const audience: Audience = `post:${receiver.organisation ?? about.lead}.${receiver.post}`
  const [zh, en] = [`${name}：${about.title} 逾期未办结`, `Level ${level}: ${about.title} is late and unanswered`]
  if (!judges) return { ...notice, audience, zh, en }
  return {
    ...notice,
    audience,
    link: placeOf(linkOf(stream), notice.link),
    zh: `${zh}（事实送达，平台不设任务和时限）`,
    en: `${en} (facts only)`,
  }
}

/** The page of the facts, where a scenario has one; else that of the thing. */
function placeOf(facts: string, thing: string): string {
  return facts === '/' ? thing : facts
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
