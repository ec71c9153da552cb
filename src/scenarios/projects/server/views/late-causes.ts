import { type Instant, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import { lateUpstream, type NodeRow as StoredNode } from '#platform/server/plans/index.ts'
import type { LateCause } from '../../contract/views.ts'
import { partyOf } from './node-rows.ts'

/** A late predecessor with its row. */
export type StoredCause = ReturnType<typeof lateUpstream>[number] & { readonly row: StoredNode }

/** What holds a node of a plan up, nearest first, back to the roots. */
export function causesOf(nodes: readonly StoredNode[], node: string, now: Instant): readonly StoredCause[] {
  const rows = new Map(nodes.map((row) => [row.id, row]))
  const seen = new Map(
    nodes.map((row) => [
      row.id,
      {
        ...{
          id: row.id,
          links: row.links,
          plannedStart: row.planned_start.getTime(),
          deadline: row.deadline.getTime(),
        },
        ...{ startedAt: row.started_at?.getTime() ?? null, submittedAt: row.submitted_at?.getTime() ?? null },
      },
    ]),
  )
  return lateUpstream(seen, node, now).flatMap((cause) => {
    const row = rows.get(cause.id)
    return row === undefined ? [] : [{ ...cause, row }]
  })
}

/** Whose names the causes mention. */
export function namesInCauses(causes: readonly StoredCause[]) {
  return { organisations: causes.map(({ row }) => row.organisation), people: causes.map(({ row }) => row.person) }
}

/** A late predecessor as screens show it. */
export function causeView(rules: CountyRules, { row, isRoot, since, until }: StoredCause, names: Names): LateCause {
  return {
    node: row.id,
    title: row.title,
    owner: partyOf(names, row.organisation, row.person),
    lateWorkingMinutes: Math.floor(workingTimeBetween(rules.calendar, since, until).workingMilliseconds / 60_000),
    root: isRoot,
  }
}
