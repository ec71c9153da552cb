import { Logger, makeWorkerUtils, runTaskList } from 'graphile-worker'
import { Pool } from 'pg'
import type { Peer } from './peer.ts'

const batch = 500
const concurrency = 24
const logger = new Logger(() => () => undefined)

/** graphile-worker with its local queue, so that jobs are taken in batches. */
export const graphileWorker: Peer = {
  name: 'graphile-worker 0.18, batches of 500',
  slug: 'graphile_worker',
  async open(url, held) {
    const utils = await makeWorkerUtils({ connectionString: url })
    await utils.migrate()
    await utils.release()
    const pool = new Pool({ connectionString: url, max: concurrency })
    const add = (count: number, at: string) =>
      pool.query(
        `select graphile_worker.add_jobs(array(select row('climb', json_build_object('n', n), null, ${at}, null, null, null, null)::graphile_worker.job_spec
          from generate_series(1, ${count}) n))`,
      )
    for (let made = 0; made < held; made += 100_000)
      await add(Math.min(100_000, held - made), `now() + interval '4 years'`)
    return {
      perSecond: async (count, work) => {
        await add(count, 'now()')
        let done = 0
        let finish: () => void = () => undefined
        const finished = new Promise<void>((resolve) => {
          finish = resolve
        })
        const climb = async () => {
          await work?.(1)
          done += 1
          if (done === count) finish()
        }
        const started = performance.now()
        const preset = {
          worker: { concurrentJobs: concurrency, localQueue: { size: batch }, completeJobBatchDelay: 0 },
        }
        const workers = runTaskList({ preset, logger, noHandleSignals: true } as never, { climb }, pool)
        await finished
        await workers.gracefulShutdown() // what is done is on disk only now
        return count / ((performance.now() - started) / 1000)
      },
      close: () => pool.end(),
    }
  },
}
