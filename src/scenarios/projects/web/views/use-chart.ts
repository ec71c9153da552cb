import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Reads the chart of a project, anew every minute. */
export function useChart(project: string) {
  return useQuery(api.chart.queryOptions({ input: { project }, refetchInterval: 60_000, staleTime: 30_000 }))
}
