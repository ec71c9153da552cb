import { readFile } from 'node:fs/promises'
import { readCatalogue } from '#scenarios/catalogue/domain/catalogue.ts'
import { greedyPlan, linkProblem } from '#scenarios/catalogue/domain/link-problem.ts'
import { solvePlan } from '#scenarios/catalogue/server/solve-plan.ts'
import type { Bench } from './harness.ts'

const runs = 5
const most = 10

/** The plan of ten links for 465 matters and 60 kinds of paper, from the text of the catalogue to the proof, beside the greedy one. */
export const bench: Bench = {
  name: 'link-plan',
  async run(meter) {
    const text = await readFile(new URL('../src/scenarios/catalogue/fixtures/matters-465.csv', import.meta.url), 'utf8')
    const figures: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now()
      const read = readCatalogue(
        text
          .trim()
          .split('\n')
          .map((line) => line.split(',')),
      )
      if (!read.ok) throw new Error(read.refusal.code)
      const problem = linkProblem(read.value)
      const best = await solvePlan(problem, most)
      figures.push((performance.now() - began) / 1000)
      const greedy = greedyPlan(problem, problem.counts, most)
      if (!best.isProved || best.cases < greedy.cases) throw new Error('the plan is not the best one')
      if (run === 0) {
        meter.report({
          metric: 'freed_cases',
          value: best.cases,
          unit: 'count',
          runs: 1,
          peer: { name: 'greedy', value: greedy.cases },
        })
        meter.say(`${read.value.length} matters, ${problem.links.length} links`)
      }
    }
    const median = figures.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
    meter.report({ metric: 'total_s', value: median, unit: 's', runs })
  },
}
