import { v7 as newUuid } from 'uuid'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { endAppointment, findCandidateFacts, findPostFacts, insertAppointment } from '../appointment-store.ts'
import { appointable } from '../domain/appointment-rules.ts'
import { type Doer, findWithStories, nextEntries, readStories, streams } from './entries.ts'

/**
 * Appoints a person to a post, from now on. The caller has checked `identity.powers.assign`.
 * Refuses: `identity.post.unknown`, `identity.person.unknown`, `identity.appointment.oneself`, `.held`, `.seats`,
 * `identity.administrator.twice`.
 */
export async function decideAppointment(
  tx: Transaction,
  doer: Doer,
  input: { readonly person: PersonId; readonly post: PostId },
): Promise<Result<Decision<{ readonly appointment: string }>>> {
  const { jurisdiction, now } = doer
  const span = { from: now, until: null }
  const [stories, post, candidate] = await Promise.all([
    readStories(tx, jurisdiction, streams.person(input.person), streams.post(input.post)),
    findPostFacts(tx, jurisdiction, input.post, span),
    findCandidateFacts(tx, jurisdiction, input.person, span),
  ])
  if (!post) return refuse('identity.post.unknown', { post: input.post })
  if (!candidate) return refuse('identity.person.unknown')
  const allowed = appointable(post, candidate, doer.actor.person)
  if (!allowed.ok) return allowed
  const id = newUuid()
  const happening = { kind: 'identity.appointed', payload: { appointment: id, person: candidate.id, post: post.id } }
  return ok({
    answer: { appointment: id },
    entries: nextEntries(doer, stories, happening),
    writes: [insertAppointment(jurisdiction, { id, person: candidate.id, post: post.id, span })],
  })
}

/**
 * Ends an appointment now. The caller has checked `identity.powers.assign`.
 * Refuses: `identity.appointment.unknown`, `.oneself`.
 */
export async function decideDismissal(
  tx: Transaction,
  doer: Doer,
  input: { readonly appointment: string },
): Promise<Result<Decision<{ readonly ended: true; readonly person: PersonId }>>> {
  const { jurisdiction, now } = doer
  const found = await findWithStories(tx, jurisdiction, input.appointment, now)
  if (!found) return refuse('identity.appointment.unknown')
  const { id, person, post } = found.appointment
  if (person === doer.actor.person) return refuse('identity.appointment.oneself')
  const happening = { kind: 'identity.dismissed', payload: { appointment: id, person, post } }
  return ok({
    answer: { ended: true, person },
    entries: nextEntries(doer, found.stories, happening),
    writes: [endAppointment(jurisdiction, id, now)],
  })
}
