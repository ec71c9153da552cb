import { implement } from '@orpc/server'
import { mostUnread, noticesContract } from '#platform/contract/notices-contract.ts'
import { type Actor, isResident, ownUnits } from '#platform/kernel/actor.ts'
import { ok } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listAncestors } from '#platform/server/identity/index.ts'
import {
  countUnread,
  enterpriseAudience,
  type Inbox,
  type InboxRow,
  listInbox,
  markAllRead,
  markRead,
} from '#platform/server/notices/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { CallContext, RequestContext } from './call-context.ts'
import { guard } from './guard.ts'

type Call = CallContext['call']
type Page = { readonly before?: string | undefined; readonly limit: number }
type Which = { readonly positions: readonly string[] } | { readonly upTo: string }

/** What people at work and residents are told, and what they have read of it. */
export function noticeRoutes(services: Services) {
  const os = implement(noticesContract).$context<RequestContext>().use(guard(services))
  return os.router({
    inbox: os.inbox.handler(({ context: { call }, input }) => view(call, input)),
    unread: os.unread.handler(({ context: { call } }) =>
      call.read(async (tx) => ({ unread: await countUnread(tx, await inboxOf(tx, call), mostUnread) })),
    ),
    read: os.read.handler(({ context: { call }, input }) => markAsRead(call, input)),
    mine: os.mine.handler(({ context: { call }, input }) => view(call, input)),
    readMine: os.readMine.handler(({ context: { call }, input }) => markAsRead(call, input)),
  })
}

function view(call: Call, { before, limit }: Page) {
  return call.read(async (tx) => {
    const inbox = await inboxOf(tx, call)
    const [rows, unread] = await Promise.all([
      listInbox(tx, inbox, before === undefined ? null : BigInt(before), limit),
      countUnread(tx, inbox, mostUnread),
    ])
    return { notices: rows.map(noticeOf), unread }
  })
}

function markAsRead(call: Call, which: Which) {
  return call.command(async (tx) => {
    const inbox = await inboxOf(tx, call)
    if ('upTo' in which) await markAllRead(tx, inbox, BigInt(which.upTo))
    else await markRead(tx, inbox, which.positions.map(BigInt), call.now)
    return ok({ answer: { unread: await countUnread(tx, inbox, mostUnread) }, entries: [], writes: [] })
  })
}

/** Whoever comes back after longer has other sources; nobody begins with hundreds of unread notices. */
const unreadFor = 30 * 86_400_000

/** A resident, and the enterprises for which they act now; of somebody at work the person, the post, and the unit with all that it lies in: what is told to a unit is told to everybody below it. */
async function inboxOf(tx: Transaction, { actor, now }: { readonly actor: Actor; readonly now: Date }): Promise<Inbox> {
  const { jurisdiction, person, organisation } = actor
  const unreadSince = new Date(now.getTime() - unreadFor)
  if (isResident(actor)) {
    const enterprises = (actor.standsFor ?? []).map(enterpriseAudience)
    return { jurisdiction, person, audiences: [`resident:${person}`, ...enterprises], unreadSince }
  }
  const above = await listAncestors(tx, jurisdiction, organisation)
  const units = [...ownUnits(actor), ...above.map(({ id }) => id)].map((id) => `unit:${id}`)
  const posts = ownPosts(actor).map((id) => `post:${id}`)
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
