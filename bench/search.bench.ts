import { manyMatters } from '#platform/server/search/example-matters.ts'
import { searchIndex } from '#platform/server/search/index.ts'
import type { Bench } from './harness.ts'
import { percentile } from './percentile.ts'

const matters = 5_000
const rounds = 20
const questions = [
  ...['租房怎么提公积金', '我妈妈80岁了有没有补贴可以领', '公积', '营业职照', '公鸡金贷款'],
  ...['zu fang zen me ti gong ji jin', 'gongjijn daikuan', 'sbk', 'gjj贷款', 'company registration'],
]

/** A search over the matters of a large city as residents type it: everyday words, pinyin, slips, English. */
export const bench: Bench = {
  name: 'search',
  async run(meter) {
    const began = performance.now()
    const index = searchIndex(manyMatters(matters))
    meter.report({ metric: 'build_s', value: (performance.now() - began) / 1000, unit: 's', runs: 1 })
    const p95 = async () => {
      const times = Array.from({ length: rounds }, () =>
        questions.map((question) => timeOf(() => index.search(question))),
      )
      return percentile(times.flat(), 0.95)
    }
    await meter.measure({ metric: 'p95_ms', unit: 'ms', runs: 5, ours: p95 })
  },
}

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
