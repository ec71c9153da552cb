import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Platform, processesOn, root, startPlatform } from '../tests/startup/platform.ts'
import type { Bench, Meter } from './harness.ts'
import { weighPage } from './page-weight.ts'

const restMs = 10_000

/** What a stranger waits for, and what a machine gives up for it. */
export const bench: Bench = {
  name: 'startup',
  async run(meter) {
    await inNewFolder((folder) => startFreshClone(meter, folder))
    await meter.measure({
      metric: 'cold_s',
      unit: 's',
      runs: 3,
      ours: () => inNewFolder((data) => secondsToStart(data, asStrangersDo)),
    })
    await inNewFolder(async (data) => {
      await secondsToStart(data)
      await meter.measure({ metric: 'warm_s', unit: 's', runs: 5, ours: () => secondsToStart(data) })
      meter.report({ metric: 'memory_at_rest_MB', unit: 'MB', runs: 1, value: await memoryAtRest(data) })
    })
    const web = join(root, 'dist', 'web')
    meter.report({ metric: 'sign_in_page_gzip_kB', unit: 'kB', runs: 1, value: weighPage(web) })
    meter.report({ metric: 'today_page_gzip_kB', unit: 'kB', runs: 1, value: weighPage(web, 'today-page.tsx') })
  },
}

/** From a fresh clone with nothing installed: the network is part of it, so it is run once. */
async function startFreshClone(meter: Meter, folder: string): Promise<void> {
  const clone = join(folder, 'clone')
  spawnSync('git', ['clone', '--quiet', root, clone])
  meter.say('installing and starting a fresh clone …')
  const started = performance.now()
  const env = { ...asStrangersDo, npm_config_registry: process.env.npm_config_registry }
  const platform = await startPlatform({
    data: join(clone, '.xianqu'),
    env,
    command: [process.execPath, join(clone, 'bin', 'xianqu.mjs'), 'start'],
  })
  meter.report({ metric: 'fresh_clone_s', unit: 's', runs: 1, value: (performance.now() - started) / 1000 })
  await platform.interrupt()
}

/** The whole county is played behind the address from the first moment on; what comes later is measured without it, at rest. */
const asStrangersDo = { XIANQU_DEMO: 'county' }

async function secondsToStart(data: string, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const started = performance.now()
  const platform = await startPlatform({ data, env })
  const seconds = (performance.now() - started) / 1000
  await platform.interrupt()
  return seconds
}

/** The memory of all processes of an idle platform, what they share counted once. */
async function memoryAtRest(data: string): Promise<number> {
  const platform: Platform = await startPlatform({ data })
  await sleep(restMs)
  const kilobytes = processesOn(data).map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  })
  await platform.interrupt()
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000
}

async function inNewFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-'))
  chmodSync(folder, 0o711)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
