import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { builtFrom } from './lay-in-place.ts'

const racers = 3
const rounds = 20

function race(folder: string, name: string, gate: Int32Array): { worker: Worker; done: Promise<void> } {
  const workerData = { folder, name, rounds, racers, gate }
  const worker = new Worker(new URL('./lay.worker.ts', import.meta.url), { workerData })
  const done = new Promise<void>((resolve, reject) => worker.once('message', () => resolve()).once('error', reject))
  return { worker, done }
}

test('of several who lay the same pages in place at once one stays, whole, and nobody fails or leaves anything', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xianqu-lay-'))
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const runners = Array.from({ length: racers }, (_, index) => race(folder, String(index), gate))
  try {
    await Promise.all(runners.map(({ done }) => done))
    expect(readdirSync(folder)).toEqual(['web'])
    expect(builtFrom(join(folder, 'web'))).toBe(`build ${rounds}`)
    expect(readdirSync(join(folder, 'web', 'assets'))).toContain(`page-${rounds}.js`)
  } finally {
    await Promise.all(runners.map(({ worker }) => worker.terminate()))
    rmSync(folder, { recursive: true, force: true })
  }
})
