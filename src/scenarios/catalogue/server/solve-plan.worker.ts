import { parentPort, workerData } from 'node:worker_threads'
import { greedyPlan } from '../domain/link-problem.ts'
import { type PlanTask, solvePlan } from './solve-plan.ts'

/** Solves budgets one after the other and gives each beside what greed finds; the process beside it goes on answering meanwhile. */
const { problem, budgets } = workerData as PlanTask
for (const most of budgets) {
  const best = await solvePlan(problem, most)
  parentPort?.postMessage({ most, best, greedy: greedyPlan(problem, problem.counts, most) })
}
