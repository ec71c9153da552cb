import { PgBoss } from 'pg-boss'
import type { Peer } from './peer.ts'

const batch = 500

/** pg-boss, fetching and completing in batches. */
export const pgBoss: Peer = {
  name: 'pg-boss 12, batches of 500',
  slug: 'pg_boss',
  async open(url, held) {
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
    await boss.start()
    await boss.createQueue('climb')
    const add = async (count: number, startAfter?: Date) => {
      for (let made = 0; made < count; made += 10_000) {
        const jobs = Array.from({ length: Math.min(10_000, count - made) }, (_, n) => ({
          data: { n },
          ...(startAfter ? { startAfter } : {}),
        }))
        await boss.insert('climb', jobs as never)
      }
    }
    await add(held, new Date('2030-01-07T01:00:00Z'))
    return {
      perSecond: async (count, work) => {
        await add(count)
        const started = performance.now()
        for (let done = 0; done < count; ) {
          const jobs = await boss.fetch('climb', { batchSize: batch })
          await work?.(jobs.length)
          await boss.complete(
            'climb',
            jobs.map(({ id }) => id),
          )
          done += jobs.length
        }
        return count / ((performance.now() - started) / 1000)
      },
      close: () => boss.stop({ graceful: false }),
    }
  },
}
