import type { Clock } from '#platform/kernel/clock.ts'
import { credentialSweep } from '#platform/server/credentials/index.ts'
import { type Loop, startLoop } from '#platform/server/loop/index.ts'
import { calendarSweep, obligationSweep, successionSweep } from '#platform/server/obligations/index.ts'
import { nodeSweep } from '#platform/server/plans/index.ts'
import { plateSweep } from '#platform/server/plans/plates/index.ts'
import type { Scenario, Services, Sweep } from '#platform/server/scenario/index.ts'
import { foundAttribute, inTrace, noteOnSpan } from '#platform/server/tracing/index.ts'

const batch = 500
const pace = { busyMilliseconds: 5, idleMilliseconds: 1000 }

/** Everything that time alone moves: the engines' sweeps, then those of the scenarios. */
export function sweepsOf(services: Services, scenarios: readonly Scenario[]): readonly Sweep[] {
  const engines = [
    ...[nodeSweep(services), calendarSweep(services), successionSweep(services), obligationSweep(services)],
    ...[plateSweep(services), credentialSweep(services)],
  ]
  return [...engines, ...scenarios.flatMap((scenario) => scenario.sweeps(services))]
}

/** Records what is due until nothing is; gives how much that was. For the demo, tests and shutdown. */
export async function sweepAll(sweeps: readonly Sweep[], now: Date): Promise<number> {
  let all = 0
  for (;;) {
    const found = await turnOf(sweeps, now)
    if (found === 0) return all
    all += found
  }
}

/** Moves time until stopped. Any number of processes may run it. */
export function startSweeper(sweeps: readonly Sweep[], clock: Clock, onError: (error: unknown) => void): Loop {
  return startLoop(async () => (await turnOf(sweeps, clock.now())) > 0, pace, onError)
}

async function turnOf(sweeps: readonly Sweep[], now: Date): Promise<number> {
  let found = 0
  for (const sweep of sweeps) found += await traced(sweep, now)
  return found
}

function traced(sweep: Sweep, now: Date): Promise<number> {
  return inTrace(undefined, `sweep ${sweep.name}`, {}, async () => {
    const found = await sweep.once(now, sweep.batch ?? batch)
    noteOnSpan({ [foundAttribute]: found })
    return found
  })
}
