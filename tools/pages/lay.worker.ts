import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { layInPlace } from './lay-in-place.ts'

const { folder, name, rounds, gate, racers } = workerData as {
  readonly folder: string
  readonly name: string
  readonly rounds: number
  readonly racers: number
  readonly gate: Int32Array
}

for (let round = 1; round <= rounds; round += 1) {
  const unfinished = join(folder, `web.new-${name}`)
  mkdirSync(join(unfinished, 'assets'), { recursive: true })
  writeFileSync(join(unfinished, 'assets', `page-${round}.js`), name)
  meet(2 * round - 1)
  layInPlace({ unfinished, built: join(folder, 'web'), wanted: `build ${round}` })
  meet(2 * round)
}
parentPort?.postMessage('done')

/** Waits until all have come so far. */
function meet(times: number): void {
  Atomics.add(gate, 0, 1)
  Atomics.notify(gate, 0)
  for (let met = 0; met < times * racers; met = Atomics.load(gate, 0)) Atomics.wait(gate, 0, met, 20)
}
