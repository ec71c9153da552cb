import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Administrator } from './administrators.ts'

/** The longest leave for which a post may be delegated; beyond it somebody is appointed. */
export const longestDelegationDays = 180

/** The post that is to be filled, as it stands. */
export type PostFacts = {
  readonly id: PostId
  readonly title: string
  readonly seats: number
  readonly administrator: Administrator | null
  /** Those who hold it of their own right. */
  readonly holders: readonly PersonId[]
}

/** The person who is to fill it, and what else they hold at any instant of the time in question. */
export type CandidateFacts = {
  readonly id: PersonId
  readonly name: string
  readonly posts: readonly PostId[]
  readonly administrators: readonly Administrator[]
}

/**
 * Whether a person may be appointed to a post. Nobody appoints themselves; nobody holds two of the three administrators (三员); a
 * post has no more holders than seats.
 */
export function appointable(post: PostFacts, candidate: CandidateFacts, by: PersonId | undefined): Result<undefined> {
  if (candidate.id === by) return refuse('identity.appointment.oneself')
  if (candidate.posts.includes(post.id))
    return refuse('identity.appointment.held', { person: candidate.name, post: post.title })
  if (post.holders.length >= post.seats)
    return refuse('identity.appointment.seats', { post: post.title, seats: post.seats })
  return separate(post, candidate)
}

/**
 * Whether a post may be delegated to a person for a leave. Only who holds it of their own right can be stood in for; the time has
 * an end, and the delegation ends by it alone; what is delegated is not delegated on.
 */
export function delegable(
  post: PostFacts,
  candidate: CandidateFacts,
  leave: { readonly of: PersonId; readonly from: Date; readonly until: Date; readonly now: Date },
): Result<undefined> {
  if (!post.holders.includes(leave.of)) return refuse('identity.delegation.not-holder', { post: post.title })
  if (candidate.id === leave.of || candidate.posts.includes(post.id))
    return refuse('identity.appointment.held', { person: candidate.name, post: post.title })
  const days = (leave.until.getTime() - leave.from.getTime()) / 86_400_000
  if (!(days > 0) || leave.until <= leave.now) return refuse('identity.delegation.over')
  if (days > longestDelegationDays) return refuse('identity.delegation.long', { days: longestDelegationDays })
  return separate(post, candidate)
}

function separate(post: PostFacts, candidate: CandidateFacts): Result<undefined> {
  if (post.administrator === null) return ok(undefined)
  const other = candidate.administrators.find((one) => one !== post.administrator)
  return other === undefined ? ok(undefined) : refuse('identity.administrator.twice', { person: candidate.name })
}
