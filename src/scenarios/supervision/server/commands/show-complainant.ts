import { ok, refuse } from '#platform/kernel/result.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { revealPersonal } from '#platform/server/personal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { listMatterDuties } from '../duty-store.ts'
import { listMatters } from '../matter-store.ts'
import { assertReach, mayLook, mayReadDuty } from '../reach.ts'
import { complainantField, matterStream } from '../streams.ts'

/** Shows who complained, once the look and its reason are on record. */
export function showComplainant(
  { rules }: Services,
  call: CallContext['call'],
  { matter: id, reason }: { readonly matter: string; readonly reason: string },
) {
  const wanted = { subject: matterStream(id), field: complainantField, reason }
  return revealPersonal(call, wanted, async (tx, { actor }) => {
    const [[matter], duties] = await Promise.all([
      listMatters(tx, actor.jurisdiction, [id]),
      listMatterDuties(tx, actor.jurisdiction, id),
    ])
    const isSeen = matter !== undefined && duties.some((duty) => mayReadDuty(actor, duty, matter))
    if (!isSeen) return refuse('record.unknown')
    assertReach(mayLook(actor, rules(), matter, duties), 'personal.reveal')
    return ok(true)
  })
}
