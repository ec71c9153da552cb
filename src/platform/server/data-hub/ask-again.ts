import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { listConsents } from './consent-store.ts'
import { faultOfConsent } from './domain/grant.ts'
import { askOnce, datasetOfLookUp, recordAll } from './look-up.ts'
import type { LookUpRow } from './look-up-row.ts'
import { findOldestDue, forgetAnswers, type LookUpTurn, takeDue } from './look-up-store.ts'

/** Longer than any department may take. */
const leaseMilliseconds = 60_000

/**
 * Asks again what was not answered, gives up what had its time, forgets answers whose time is over. It asks departments, which may be
 * slow: it runs in a loop of its own, never among the sweeps that move deadlines. Any number of processes may run it.
 */
export function lookUpSweep(services: Services): Sweep {
  const { database, jurisdiction } = services
  return {
    name: 'data-hub.look-ups',
    once: async (now, limit) => {
      const leased = new Date(now.getTime() + leaseMilliseconds)
      const due = await database.asSystem(jurisdiction, (tx) => takeDue(tx, jurisdiction, { now, leased, limit }))
      await Promise.all(due.map((row) => goOn(services, row, now)))
      return due.length + (await database.asSystem(jurisdiction, (tx) => forgetAnswers(tx, jurisdiction, now, limit)))
    },
    oldestDue: () => database.asSystem(jurisdiction, (tx) => findOldestDue(tx, jurisdiction)),
  }
}

async function goOn(services: Services, row: LookUpRow, now: Date): Promise<void> {
  const dataset = datasetOfLookUp(services, row, now)
  const fault = await faultNow(services, row, now)
  const end = (turn: LookUpTurn) => recordAll(services, [{ row, held: dataset, turn }])
  if (fault !== undefined) await end(ended(row, 'refused', fault, now))
  else if (dataset === undefined) await end(ended(row, 'gave-up', 'dataset-gone', now))
  else if (now >= row.until) await end(ended(row, 'gave-up', row.reason ?? 'timeout', row.until))
  else await askOnce(services, row, dataset)
}

/** What has come between: the consent has ended or was withdrawn while the look-up waited. */
async function faultNow({ database, jurisdiction }: Services, row: LookUpRow, now: Date): Promise<string | undefined> {
  const { consent_id } = row
  if (consent_id === null) return undefined
  const [consent] = await database.asSystem(jurisdiction, (tx) => listConsents(tx, jurisdiction, [consent_id]))
  if (consent === undefined) return 'consent-missing'
  const { id, case_id, datasets, given_at, ends_at, withdrawn_at } = consent
  const given = { id, case: case_id, datasets, givenAt: given_at, endsAt: ends_at, withdrawnAt: withdrawn_at }
  return faultOfConsent({ id: row.dataset }, { case: row.case_id }, given, now.getTime())
}

function ended({ attempts }: LookUpRow, state: 'gave-up' | 'refused', reason: string, at: Date): LookUpTurn {
  return { state, reason, attempts, next_at: null, ended_at: at, as_of: null, answer: null, forget_at: null }
}
