import { Worker } from 'node:worker_threads'
import highs from 'highs'
import { asLinearProgramme, freedBy, type LinkPlan, type LinkProblem } from '../domain/link-problem.ts'

/** A plan with whether it is proved that no other frees more. */
export type SolvedPlan = LinkPlan & { readonly isProved: boolean }

/** The package is CommonJS: what its types call the default export is what it gives. */
const loadHighs = highs as unknown as (typeof highs)['default']

const seconds = 10

/**
 * The best plan of at most so many links, by HiGHS. Where ten seconds do not suffice for the proof, the best that was found, and said so.
 */
export async function solvePlan(
  problem: LinkProblem & { readonly counts: readonly number[] },
  most: number,
): Promise<SolvedPlan> {
  if (problem.matters.length === 0 || most === 0) return { ...freedBy(problem, problem.counts, []), isProved: true }
  const solver = await loadHighs()
  const solved = solver.solve(asLinearProgramme(problem, most), { time_limit: seconds, mip_rel_gap: 0 })
  const built = problem.links.flatMap((_, link) => {
    const column = solved.Columns[`x${link}`]
    return column !== undefined && 'Primal' in column && column.Primal > 0.5 ? [link] : []
  })
  return { ...freedBy(problem, problem.counts, built), isProved: solved.Status === 'Optimal' }
}

/** What the worker is given. */
export type PlanTask = {
  readonly problem: LinkProblem & { readonly counts: readonly number[] }
  readonly budgets: readonly number[]
}

/** The best plan of one budget beside the greedy one. */
export type BudgetPlan = { readonly most: number; readonly best: SolvedPlan; readonly greedy: LinkPlan }

/** The plans of several budgets, reckoned beside the process that asks. */
export function plansOf(task: PlanTask): Promise<readonly BudgetPlan[]> {
  return new Promise((resolve, reject) => {
    const plans: BudgetPlan[] = []
    const worker = new Worker(new URL('./solve-plan.worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (plan: BudgetPlan) => plans.push(plan))
    worker.on('error', reject)
    worker.on('exit', () => resolve(plans))
  })
}
