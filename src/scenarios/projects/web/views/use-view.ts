import { useAddress } from '#platform/web/address.ts'

/** The ways to look at a project. */
export const views = ['outline', 'gantt', 'v', 'map', 'kanban', 'people', 'calendar'] as const
export type View = (typeof views)[number]

/** The view that the address names, the outline where it names none. */
export function useView(): readonly [View, (view: View) => void] {
  const [{ view }, change] = useAddress<{ view?: string }>()
  return [views.find((one) => one === view) ?? 'outline', (next) => change({ view: next })]
}
