import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { type AskedMaterial, askForData } from './ask-data.ts'
import { claimGathering } from './case-store.ts'
import { begun, type Case, type CaseState, wantedOf } from './domain/case.ts'
import { takeUp } from './domain/ending.ts'
import { bring } from './domain/gathering.ts'
import type { Matter } from './domain/matter.ts'
import { type CaseInHand, findInHand } from './in-hand.ts'
import { judgeByTable } from './judge-by-table.ts'
import { recordAlone } from './record-alone.ts'
import { recordCase } from './record-case.ts'

/** After the hub has asked a department again, its answer is looked for. */
const afterRetryMilliseconds = 5_000
/** While one process asks, another lets the case be. */
const claimMilliseconds = 120_000

/**
 * Brings what departments hold into a case, side by side, and takes it up once everything is there: the decision table judges, steps
 * open. Can be called at any time and by many; what a killed process left is found by the sweep. Gives how the case stands then.
 */
export async function gatherCase(
  services: Services,
  id: string,
  recordedAt = services.clock.now(),
): Promise<CaseState | undefined> {
  const seen = await inHandOf(services, id)
  if (seen === undefined || seen.case.state !== 'gathering') return seen?.case.state
  let state: CaseState = 'gathering'
  const asked = await askForData(services, seen, wantedOf(seen.matter, seen.case, recordedAt.getTime()))
  await recordAlone(services, async (tx) => {
    const parts = { jurisdiction: services.jurisdiction, rules: services.rules(), personal: services.personalData }
    const inHand = await findInHand(tx, parts, id)
    if (inHand === undefined || inHand.case.state !== 'gathering') {
      state = inHand?.case.state ?? state
      return undefined
    }
    const now = recordedAt.getTime()
    const came = asked.map(({ material }) => material)
    const brought = bring(inHand.matter, begun(inHand.case), came, now)
    const contents = { ...inHand.contents, brought: { ...inHand.contents.brought, ...valuesOf(asked) } }
    const judged = await judgeByTable(tx, services, { ...inHand, case: brought.case, contents })
    const change = takeUp(inHand.matter, parts.rules.calendar, brought, judged?.verdict, now)
    state = change.case.state
    const nextAt = change.case.state === 'gathering' ? nextAsk(inHand.matter, change.case, asked, now) : null
    const after = {
      contents: { ...contents, outputs: judged?.outputs ?? {}, grounds: judged?.grounds ?? null },
      nextAt,
    }
    return recordCase({ ...parts, actor: { system: 'casework' }, recordedAt }, inHand, change, after)
  })
  return state
}

/** Takes up cases whose data has not all come, or whose process died, each by itself. */
export function gatherSweep(services: Services): Sweep {
  const { database, jurisdiction } = services
  return {
    name: 'casework.gather',
    once: async (now, limit) => {
      const until = new Date(now.getTime() + claimMilliseconds)
      const due = await database.asSystem(jurisdiction, (tx) =>
        claimGathering(tx, jurisdiction, { now, until, limit: Math.min(limit, 20) }),
      )
      await Promise.all(due.map(({ id }) => gatherCase(services, id, now)))
      return due.length
    },
  }
}

/** When data is asked for again: never where only the applicant can help. */
function nextAsk(matter: Matter, { materials }: Case, asked: readonly AskedMaterial[], now: Instant): Date | null {
  const wanted = matter.materials.filter(
    ({ id, dataset }) => dataset !== undefined && materials[id]?.state === 'wanted',
  )
  const instants = wanted.flatMap(({ id }) => {
    const retryAt = asked.find(({ material }) => material.material === id)?.retryAt
    const at = retryAt === undefined ? materials[id]?.askAt : retryAt.getTime() + afterRetryMilliseconds
    return at === null ? [] : [at ?? now]
  })
  return instants.length === 0 ? null : new Date(Math.max(now + afterRetryMilliseconds, Math.min(...instants)))
}

function inHandOf(services: Services, id: string): Promise<CaseInHand | undefined> {
  const { database, jurisdiction, personalData: personal } = services
  return database.asSystem(jurisdiction, (tx) =>
    findInHand(tx, { jurisdiction, rules: services.rules(), personal }, id),
  )
}

function valuesOf(asked: readonly AskedMaterial[]) {
  return Object.fromEntries(asked.flatMap(({ material, records }) => (records ? [[material.material, records]] : [])))
}
