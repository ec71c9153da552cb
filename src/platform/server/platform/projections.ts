import type { Projection } from '#platform/server/journal/index.ts'
import { noticesProjection } from '#platform/server/notices/index.ts'
import { obligationNotices } from '#platform/server/obligations/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'

/** Everything that is derived from the record: the platform's notices, then what the scenarios derive. */
export function projectionsOf(scenarios: readonly Scenario[]): readonly Projection[] {
  const pageOf = pagesOf(scenarios)
  const told = [...obligationNotices(pageOf), ...scenarios.flatMap((scenario) => scenario.notices ?? [])]
  return [noticesProjection(told), ...scenarios.flatMap((scenario) => scenario.projections ?? [])]
}

/** The page of a thing by its stream, asked of each scenario; `/` where none has one. */
export function pagesOf(scenarios: readonly Pick<Scenario, 'pageOf'>[]): (stream: string) => string {
  return (stream) => scenarios.map((scenario) => scenario.pageOf?.(stream)).find(Boolean) ?? '/'
}
