import { type Loop, startLoop } from '#platform/server/loop/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { lookUpSweep } from './ask-again.ts'

const pace = { busyMilliseconds: 20, idleMilliseconds: 1000 }
const together = 50

/** Lets what waits be asked again, until stopped. Any number of processes may run it. */
export function startDataHub(services: Services, onError: (error: unknown) => void): Pick<Loop, 'stop'> {
  const sweep = lookUpSweep(services)
  return startLoop(async () => (await sweep.once(services.clock.now(), together)) > 0, pace, onError)
}
