/** The address of the records under a figure: of the present page's kind, wall or desk. */
export function recordsAddress(indicator: string, facts: Readonly<Record<string, string>>, hall: boolean) {
  return {
    to: '/cockpit/$indicator',
    params: { indicator },
    search: { ...facts, ...(hall && { view: 'hall' }) },
  } as const
}

/** A share as per cent, without a fraction: `87%`. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`
}
