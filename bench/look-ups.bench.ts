import { type LookUpAsk, lookUpAll } from '#platform/server/data-hub/index.ts'
import { inventCounty } from '#platform/server/departments/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { askBare } from './departments/bare-questions.ts'
import type { Bench } from './harness.ts'
import { percentile } from './percentile.ts'

const rounds = 60
const departmentMilliseconds = 50
const wanted = [
  { dataset: 'housing-archive', fields: ['certificate-number'], connector: 'zirangui-budongchan' },
  { dataset: 'tenancy-contracts', fields: ['monthly-rent'], connector: 'zhujian-zulin' },
  { dataset: 'provident-fund-account', fields: ['deposit-balance'], connector: 'gongjijin-yewu' },
]

/** Three look-ups at once in departments that answer in 50 ms each, on record before and after, against the same questions without one. */
export const bench: Bench = {
  name: 'look-ups',
  async run(meter) {
    const departments = await startHubDepartments()
    const world = await testPlatform({ scenarios: [], county: hubCounty, placeOf: departments.placeOf })
    try {
      for (const { connector } of wanted)
        await departments.order({ connector, behave: 'slow', milliseconds: departmentMilliseconds })
      const number = String(inventCounty(hubPeople).tables.get('tenancy-contracts')?.[0]?.['identity-number'])
      await p95Of(() => looksAt(world, number))
      await meter.measure({
        ...{ metric: 'three_at_once_p95_ms', unit: 'ms', runs: 5, ours: () => p95Of(() => looksAt(world, number)) },
        peer: { name: 'the bare questions, at once', measure: () => p95Of(() => askBare(world, wanted, number)) },
      })
    } finally {
      await world.close()
      await departments.stop()
    }
  },
}

async function looksAt(world: TestPlatform, number: string): Promise<void> {
  const asks = wanted.map(
    ({ dataset, fields }): LookUpAsk => ({
      ...{ dataset, fields, subject: { kind: 'person', number } },
      ...{ purpose: { matter: 'withdraw-for-rent', case: 'bench' }, actor: { organisation: 'gongjijin' } },
    }),
  )
  const outcomes = await lookUpAll(world.platform.services, asks)
  const lost = outcomes.find(({ kind }) => kind !== 'answered' && kind !== 'not-found')
  if (lost) throw new Error(`a look-up ended as ${lost.kind}`)
}

async function p95Of(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return percentile(times, 0.95)
}
