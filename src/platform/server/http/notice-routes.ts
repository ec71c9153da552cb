import { implement } from '@orpc/server'
import { mostUnread, noticesContract } from '#platform/contract/notices-contract.ts'
import { type Actor, ownUnits } from '#platform/kernel/actor.ts'
import { ok } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listAncestors } from '#platform/server/identity/index.ts'
import {
  countUnread,
  type Inbox,
  type InboxRow,
  listInbox,
  markAllRead,
  markRead,
} from '#platform/server/notices/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { RequestContext } from './call-context.ts'
import { guard } from './guard.ts'

/** What people are told, and what they have read of it. */
export function noticeRoutes(services: Services) {
  const os = implement(noticesContract).$context<RequestContext>().use(guard(services))
  return os.router({
    inbox: os.inbox.handler(({ context: { call }, input }) =>
      call.read(async (tx) => {
        const inbox = await inboxOf(tx, call)
        const before = input.before === undefined ? null : BigInt(input.before)
        const [rows, unread] = await Promise.all([
          listInbox(tx, inbox, before, input.limit),
          countUnread(tx, inbox, mostUnread),
        ])
        return { notices: rows.map(noticeOf), unread }
      }),
    ),
    unread: os.unread.handler(({ context: { call } }) =>
      call.read(async (tx) => ({ unread: await countUnread(tx, await inboxOf(tx, call), mostUnread) })),
    ),
    read: os.read.handler(({ context: { call }, input }) =>
      call.command(async (tx) => {
        const inbox = await inboxOf(tx, call)
        if ('upTo' in input) await markAllRead(tx, inbox, BigInt(input.upTo))
        else await markRead(tx, inbox, input.positions.map(BigInt), call.now)
        return ok({ answer: { unread: await countUnread(tx, inbox, mostUnread) }, entries: [], writes: [] })
      }),
    ),
  })
}

/** Whoever comes back after longer has other sources; nobody begins with hundreds of unread notices. */
const unreadFor = 30 * 86_400_000

/** The person, the post, and the unit with all that it lies in: what is told to a unit is told to everybody below it. */
async function inboxOf(tx: Transaction, { actor, now }: { readonly actor: Actor; readonly now: Date }): Promise<Inbox> {
  const { jurisdiction, person, organisation } = actor
  const above = await listAncestors(tx, jurisdiction, organisation)
  const units = [...ownUnits(actor), ...above.map(({ id }) => id)].map((id) => `unit:${id}`)
  const posts = ownPosts(actor).map((id) => `post:${id}`)
  const unreadSince = new Date(now.getTime() - unreadFor)
  return { jurisdiction, person, audiences: [`person:${person}`, ...posts, ...units], unreadSince }
}

/** The post, and the same one of units that were merged into its own. */
function ownPosts({ post, organisation, predecessors = [] }: Actor): readonly string[] {
  const place = post.slice(organisation.length)
  return [post, ...predecessors.map((unit) => `${unit}${place}`)]
}

function noticeOf({ position, entry_id, at, ...row }: InboxRow) {
  return { ...row, position: String(position), entry: entry_id, at: at.toISOString() }
}
