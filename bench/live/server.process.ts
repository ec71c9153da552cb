import { appendEntries, newEntryId, startJournal } from '#platform/server/journal/index.ts'
import { testPlatform } from '#platform/testing/platform.ts'

/* The serving process of the bench: a platform with its sealer, somebody signed in, and something to tell when it is asked to. */

const world = await testPlatform({ scenarios: [], now: new Date() })
const { services, signer } = world.platform
const { database, jurisdiction, clock } = services
const onError = (error: unknown) => console.error(error)
const journal = startJournal({ database, jurisdictions: [jurisdiction], clock, signer, onError })
const { cookie } = await world.as('zhangwei')

process.on('message', (question: 'memory' | 'tell') => {
  if (question === 'memory') process.send?.({ megabytes: process.memoryUsage().rss / 2 ** 20 })
  else tell().catch(onError)
})
process.on('disconnect', async () => {
  await journal.stop()
  await world.close()
  process.exit()
})
process.send?.({ url: world.url, cookie })

async function tell(): Promise<void> {
  const entry = {
    ...{ jurisdiction, stream: `test.thing/${newEntryId()}`, version: 1, kind: 'test.thing.happened' },
    ...{ recordedAt: clock.now(), actor: { system: 'bench' }, payload: {} },
  }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
  process.send?.({ toldAt: Date.now() })
}
