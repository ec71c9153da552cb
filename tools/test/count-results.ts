import type { TestModule } from 'vitest/node'

/** What a run came to. */
export type Results = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Names of tests that passed at their second attempt only. */
  readonly unsteady: readonly string[]
}

/** Counts the tests of a run. A file or a suite that broke outside any test counts as one failure of its own. */
export function countResults(modules: readonly TestModule[], unhandledErrors: number): Results {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const states = tests.map((test) => test.result().state)
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((holder) => holder.errors().length > 0)
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length + broken.length + unhandledErrors,
    skipped: states.filter((state) => state === 'skipped' || state === 'pending').length,
    unsteady: tests.filter((test) => test.diagnostic()?.flaky).map((test) => test.fullName),
  }
}
