import { type Actor, ownUnits, permits } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { revealPermission } from '#platform/server/personal/index.ts'
import type { OwedDuty } from './duty-store.ts'
import type { MatterRow } from './matter-store.ts'

/** Whether a unit is the post's own, or one merged into it. */
const isOf = (actor: Actor, organisation: string) => ownUnits(actor).includes(organisation as OrganisationId)
const unit = (id: string) => ({ organisation: id as OrganisationId })

/** Whether the post may give matters to a unit. */
export function mayOpenFor(actor: Actor, organisation: string): boolean {
  return permits(actor, 'supervision.open', unit(organisation))
}

/** Whether the post acts for the debtor; what names no person is its whole unit's. */
export function mayAnswer(actor: Actor, { obligation }: Pick<OwedDuty, 'obligation'>): boolean {
  const { debtor_organisation, debtor_person } = obligation
  if (!actor.permissions.has('supervision.answer')) return false
  if (debtor_person === null && isOf(actor, debtor_organisation)) return true
  const person = (debtor_person as PersonId | null) ?? undefined
  return permits(actor, 'supervision.answer', { person, organisation: debtor_organisation as OrganisationId })
}

/** Whether the post heads the debtor: it delegates, asks for time, disputes and appeals. */
export function mayHead(actor: Actor, { obligation }: Pick<OwedDuty, 'obligation'>): boolean {
  return permits(actor, 'supervision.head', unit(obligation.debtor_organisation))
}

/** Whether the post accepts for a unit; the two offices accept what a leader opened, on the leader's behalf. */
export function mayAccept(actor: Actor, { duty }: Pick<OwedDuty, 'duty'>): boolean {
  if (permits(actor, 'supervision.accept', unit(duty.acceptor))) return true
  return duty.part === 'lead' && maySupervise(actor)
}

/** Whether the post is of the offices that watch over every duty. */
export function maySupervise(actor: Actor): boolean {
  return actor.permissions.has('obligations.supervise')
}

/** Whether the post decides for a unit that something is asked of. */
export function mayDecide(actor: Actor, decider: string): boolean {
  if (permits(actor, 'supervision.accept', unit(decider))) return true
  return isOf(actor, decider) && maySupervise(actor)
}

/** Whether the post opened the matter or stands for the unit that did. */
export function isOpener(actor: Actor, matter: MatterRow): boolean {
  return isOf(actor, matter.opener_organisation) && actor.permissions.has('supervision.open')
}

/** Whether the post may read a duty: its own part, its unit's, one that it gave, accepts or watches over. */
export function mayReadDuty(actor: Actor, owed: OwedDuty, matter: MatterRow): boolean {
  const { debtor_person, debtor_organisation } = owed.obligation
  if (debtor_person === actor.person || maySupervise(actor) || isOpener(actor, matter)) return true
  const units = [debtor_organisation, matter.lead_organisation, owed.duty.acceptor]
  if (units.some((one) => isOf(actor, one)) && actor.permissions.has('supervision.read')) return true
  return units.some((one) => permits(actor, 'supervision.read', unit(one)))
}

/**
 * Whether the post may be shown who complained: it holds the power, reads a duty of the matter, and holds no rung of the ladder that
 * hides the complainant.
 */
export function mayLook(actor: Actor, rules: CountyRules, matter: MatterRow, duties: readonly OwedDuty[]): boolean {
  if (!actor.permissions.has(revealPermission)) return false
  const { levels } = rules.ladderAt(matter.urgency, matter.opened_at.getTime())
  const isHidden = levels.some(
    ({ receiver, masks }) =>
      'organisation' in receiver && receiver.organisation === actor.organisation && masks?.includes('complainant'),
  )
  return !isHidden && duties.some((duty) => mayReadDuty(actor, duty, matter))
}

/** Throws the refusal where a post's permission does not reach the thing. */
export function assertReach(reaches: boolean, permission: string): void {
  if (!reaches) refused('permission.reach', { permission })
}
