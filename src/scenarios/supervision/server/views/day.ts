import { ownUnits } from '#platform/kernel/actor.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { OwnDayLine, Reader, Services } from '#platform/server/scenario/index.ts'
import { listToAccept, type OwedDuty } from '../duty-store.ts'
import { dutyObligation, dutyStream } from '../streams.ts'
import { partyOf, presentOf, remainingOf } from './parts.ts'

/** A day's list names the longest waiting; the desk of the unit has the rest, a page at a time. */
const most = 200

/** What supervision brings to the list of a day: answers that wait for the unit's judgement, for who takes one is not who leads. */
export function dayOf(services: Services, { actor, now, read }: Reader): Promise<readonly OwnDayLine[]> {
  return read(async (tx) => {
    if (!actor.permissions.has('supervision.accept')) return []
    const duties = await listToAccept(tx, actor.jurisdiction, { units: ownUnits(actor), limit: most })
    const names = await findNames(tx, actor.jurisdiction, {
      organisations: duties.map(({ obligation }) => obligation.debtor_organisation),
      people: duties.map(({ obligation }) => obligation.debtor_person),
    })
    const rules = services.rules()
    return duties.map(({ duty, obligation }: OwedDuty): OwnDayLine => {
      const { organisationName, personName } = partyOf(names, obligation.debtor_organisation, obligation.debtor_person)
      return {
        ...{ thing: dutyStream(duty.id), part: 'judge', kind: dutyObligation, title: obligation.title },
        ...{ page: services.pageOf(dutyStream(duty.id)), debtor: { organisationName, personName }, lead: null },
        ...{ state: 'submitted', paused: false, level: presentOf(rules, obligation, now).level },
        ...{ remaining: remainingOf(rules, obligation, now), own: null },
      }
    })
  })
}
