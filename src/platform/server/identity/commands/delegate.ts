import { v7 as newUuid } from 'uuid'
import { type Actor, permits } from '#platform/kernel/actor.ts'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { endAppointment, findCandidateFacts, findPostFacts, insertAppointment } from '../appointment-store.ts'
import { delegable } from '../domain/appointment-rules.ts'
import { findWithStories, nextEntries, readStories, streams } from './entries.ts'

/** Who acts, and when. */
export type ActorCall = { readonly actor: Actor; readonly now: Date }

const permission = 'identity.posts.delegate'

/** A leave: whose post goes to whom, from when to when, and why. */
export type Leave = {
  readonly post: PostId
  /** Who goes on leave; oneself, or somebody of one's unit. */
  readonly of: PersonId
  readonly to: PersonId
  readonly from: Date
  readonly until: Date
  readonly reason: string
}

/**
 * Delegates a post for a leave; the delegation ends by itself. Refuses: `identity.post.unknown`, `identity.person.unknown`,
 * `permission.reach`, `identity.delegation.not-holder`, `.over`, `.long`, `identity.appointment.held`,
 * `identity.administrator.twice`.
 */
export async function decideDelegation(
  tx: Transaction,
  { actor, now }: ActorCall,
  leave: Leave,
): Promise<Result<Decision<{ readonly appointment: string }>>> {
  const { jurisdiction } = actor
  const span = { from: leave.from, until: leave.until }
  const [stories, post, candidate] = await Promise.all([
    readStories(tx, jurisdiction, streams.person(leave.to), streams.post(leave.post)),
    findPostFacts(tx, jurisdiction, leave.post, span),
    findCandidateFacts(tx, jurisdiction, leave.to, span),
  ])
  if (!post) return refuse('identity.post.unknown', { post: leave.post })
  if (!candidate) return refuse('identity.person.unknown')
  if (!permits(actor, permission, { person: leave.of, organisation: post.organisation }))
    return refuse('permission.reach', { permission })
  const allowed = delegable(post, candidate, { of: leave.of, ...span, now })
  if (!allowed.ok) return allowed
  const id = newUuid()
  const times = { from: leave.from.toISOString(), until: leave.until.toISOString() }
  const payload = {
    appointment: id,
    person: candidate.id,
    post: post.id,
    for: leave.of,
    reason: leave.reason,
    ...times,
  }
  const standsInFor = { person: leave.of, reason: leave.reason }
  return ok({
    answer: { appointment: id },
    entries: nextEntries({ jurisdiction, actor, now }, stories, { kind: 'identity.delegated', payload }),
    writes: [insertAppointment(jurisdiction, { id, person: candidate.id, post: post.id, span, standsInFor })],
  })
}

/** Ends a delegation before its time. Refuses: `identity.appointment.unknown`, `permission.reach`. */
export async function decideDelegationEnd(
  tx: Transaction,
  { actor, now }: ActorCall,
  input: { readonly appointment: string },
): Promise<Result<Decision<{ readonly ended: true; readonly person: PersonId }>>> {
  const { jurisdiction } = actor
  const found = await findWithStories(tx, jurisdiction, input.appointment, now)
  if (!found || found.appointment.forPerson === null) return refuse('identity.appointment.unknown')
  const { id, person, post, forPerson, organisation } = found.appointment
  if (!permits(actor, permission, { person: forPerson, organisation }))
    return refuse('permission.reach', { permission })
  const happening = { kind: 'identity.delegation.ended', payload: { appointment: id, person, post, for: forPerson } }
  return ok({
    answer: { ended: true, person },
    entries: nextEntries({ jurisdiction, actor, now }, found.stories, happening),
    writes: [endAppointment(jurisdiction, id, now)],
  })
}
