import { useMemo } from 'react'
import type { Chart, ChartDay, ChartNode } from '../../contract/chart.ts'
import type { Party } from '../../contract/views.ts'

/** A node ready to be drawn: instants as epoch milliseconds, its owner by name. */
export type DrawnNode = Omit<ChartNode, 'owner' | 'baseline'> & {
  readonly owner: Party
  readonly startAt: number
  readonly deadlineAt: number
  readonly forecastAt: number | null
  readonly baseline: { readonly startAt: number; readonly deadlineAt: number } | null
}

/** A project ready to be drawn, in outline order. */
export type Drawn = {
  readonly title: string
  /** What an edit names as the plan that it was made on. */
  readonly version: number
  readonly now: number
  /** Working minutes of one day. */
  readonly minutesPerDay: number
  readonly nodes: readonly DrawnNode[]
  readonly byId: ReadonlyMap<string, DrawnNode>
  /** Days that are off or made up for, by date. */
  readonly days: ReadonlyMap<string, ChartDay>
}

/** The chart made ready, once for each answer. */
export function useDrawn(chart: Chart): Drawn {
  return useMemo(() => drawn(chart), [chart])
}

/** The chart made ready. */
export function drawn(chart: Chart): Drawn {
  const nodes = chart.nodes.map((node) => drawnNode(node, chart.owners))
  return {
    title: chart.title,
    version: chart.version,
    now: Date.parse(chart.now),
    minutesPerDay: chart.minutesPerDay,
    nodes,
    byId: new Map(nodes.map((node) => [node.node, node])),
    days: new Map(chart.days.map((day) => [day.date, day])),
  }
}

const nobody: Party = { organisation: '', organisationName: '', person: null, personName: null }

function drawnNode(node: ChartNode, owners: readonly Party[]): DrawnNode {
  const { baseline } = node
  return {
    ...node,
    owner: owners[node.owner] ?? nobody,
    startAt: Date.parse(node.start),
    deadlineAt: Date.parse(node.deadline),
    forecastAt: node.forecastFinish === null ? null : Date.parse(node.forecastFinish),
    baseline: baseline && { startAt: Date.parse(baseline.start), deadlineAt: Date.parse(baseline.deadline) },
  }
}
