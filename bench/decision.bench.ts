import type { Client } from '#platform/testing/route-client.ts'
import { invented, type MattersWorld, openMattersWorld, rent } from '#scenarios/matters/fixtures/world.ts'
import { askBare } from './departments/bare-questions.ts'
import type { Bench } from './harness.ts'
import { percentile } from './percentile.ts'

const rounds = 40
const runs = 5
const departmentMilliseconds = 50
const households = 4000
/** The residents' door lets sixty in from one address in an hour. */
const atOneAddress = 50
const asked = [
  { dataset: 'housing-archive', connector: 'zirangui-budongchan' },
  { dataset: 'tenancy-contracts', connector: 'zhujian-zulin' },
  { dataset: 'provident-fund-account', connector: 'gongjijin-yewu' },
]

/**
 * An instant decision end to end: a tenant asks for his provident fund over HTTP, three departments in another process answer in 50 ms
 * each, the table decides, the answer says granted. Against the three bare questions at once.
 */
export const bench: Bench = {
  name: 'decision',
  async run(meter) {
    const here = await openMattersWorld({ of: invented(households) })
    try {
      const numbers: string[] = []
      const tenants = await signIn(here, rounds * (runs + 1))
      for (const { connector } of asked)
        await here.departments.order({ connector, behave: 'slow', milliseconds: departmentMilliseconds })
      const next = tenants.values()
      const decisions = () =>
        p95Of(async () => {
          const { value } = next.next()
          if (value === undefined) throw new Error('there are no tenants left')
          numbers.push(value.number)
          const { body } = await value.client.call('POST', '/portal/cases', rent)
          if (body.state !== 'granted') throw new Error(`not granted: ${JSON.stringify(body)}`)
        })
      await decisions()
      await meter.measure({
        ...{ metric: 'p95_ms', unit: 'ms', runs, ours: decisions },
        peer: {
          name: 'the bare questions, at once',
          measure: () => p95Of(() => askBare(here.world, asked, numbers[0] ?? '')),
        },
      })
    } finally {
      await here.close()
    }
  },
}

async function signIn(here: MattersWorld, count: number) {
  const tenants: { client: Client; number: string }[] = []
  for (let order = 0; order < count; order += 1) {
    if (order % atOneAddress === 0)
      await here.world.database.asOwner('update auth.resident_code set address = id::text')
    const client = await here.nextTenant()
    tenants.push({ client, number: client.number })
  }
  return tenants
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
